package dev.nextcart.local.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.engine.TableChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Identity;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

class ChangeJsonTest {
    private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/profiles/stream/now";

    private final ChangeJson json = new ChangeJson(ARN, "us-east-1");

    @Test
    void a_change_is_written_as_lambda_documents_it() throws Exception {
        TableChange change = json.change(
                "shardId-1",
                Record.builder()
                        .eventID("c4ca4238")
                        .eventName("MODIFY")
                        .eventVersion("1.1")
                        .awsRegion("ddblocal")
                        .dynamodb(StreamRecord.builder()
                                .approximateCreationDateTime(Instant.ofEpochSecond(1_428_537_600))
                                .keys(Map.of("Id", AttributeValue.fromN("101")))
                                .newImage(Map.of(
                                        "Id", AttributeValue.fromN("101"),
                                        "Message", AttributeValue.fromS("New item!")))
                                .oldImage(Map.of("Id", AttributeValue.fromN("101")))
                                .sequenceNumber("4421584500000000017450439091")
                                .sizeBytes(26L)
                                .streamViewType("NEW_AND_OLD_IMAGES")
                                .build())
                        .build());

        ObjectMapper mapper = new ObjectMapper();
        assertEquals(mapper.readTree("""
                {"eventID":"c4ca4238","eventName":"MODIFY","eventVersion":"1.1","eventSource":"aws:dynamodb",
                 "awsRegion":"us-east-1",
                 "dynamodb":{"ApproximateCreationDateTime":1428537600,"Keys":{"Id":{"N":"101"}},
                   "NewImage":{"Id":{"N":"101"},"Message":{"S":"New item!"}},"OldImage":{"Id":{"N":"101"}},
                   "SequenceNumber":"4421584500000000017450439091","SizeBytes":26,
                   "StreamViewType":"NEW_AND_OLD_IMAGES"},
                 "eventSourceARN":"%s"}""".formatted(ARN)), mapper.readTree(change.event()));
        assertEquals("4421584500000000017450439091", change.sequenceNumber());
        assertEquals("{\"Id\":{\"N\":\"101\"}}", change.key());
        assertEquals("shardId-1", change.shardId());
    }

    @Test
    void every_type_of_attribute_keeps_its_form() throws Exception {
        TableChange change = json.change(
                "s",
                record(Map.of(
                        "s", AttributeValue.fromS("\"quoted\" ☕"),
                        "n", AttributeValue.fromN("1.50"),
                        "b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2, (byte) 0xff})),
                        "ss", AttributeValue.fromSs(List.of("a", "b")),
                        "ns", AttributeValue.fromNs(List.of("1", "2")),
                        "bs", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))),
                        "m", AttributeValue.fromM(Map.of("inner", AttributeValue.fromBool(true))),
                        "l", AttributeValue.fromL(List.of(AttributeValue.fromNul(true), AttributeValue.fromN("7"))))));

        ObjectMapper mapper = new ObjectMapper();
        assertEquals(
                mapper.readTree("""
                {"s":{"S":"\\"quoted\\" ☕"},"n":{"N":"1.50"},"b":{"B":"AQL/"},"ss":{"SS":["a","b"]},
                 "ns":{"NS":["1","2"]},"bs":{"BS":["eA=="]},"m":{"M":{"inner":{"BOOL":true}}},
                 "l":{"L":[{"NULL":true},{"N":"7"}]}}"""),
                mapper.readTree(change.event()).path("dynamodb").path("NewImage"));
    }

    @Test
    void a_removal_by_ttl_says_who_did_it_and_one_without_images_has_none() throws Exception {
        Record removal = Record.builder()
                .eventID("e")
                .eventName("REMOVE")
                .eventVersion("1.1")
                .userIdentity(Identity.builder()
                        .principalId("dynamodb.amazonaws.com")
                        .type("Service")
                        .build())
                .dynamodb(StreamRecord.builder()
                        .approximateCreationDateTime(Instant.EPOCH)
                        .keys(Map.of("id", AttributeValue.fromS("k")))
                        .sequenceNumber("1")
                        .sizeBytes(1L)
                        .streamViewType("KEYS_ONLY")
                        .build())
                .build();

        var event = new ObjectMapper().readTree(json.change("s", removal).event());

        assertEquals("Service", event.path("userIdentity").path("type").textValue());
        assertEquals(false, event.path("dynamodb").has("NewImage"));
        assertEquals(false, event.path("dynamodb").has("OldImage"));
    }

    private static Record record(Map<String, AttributeValue> image) {
        return Record.builder()
                .eventID("e")
                .eventName("INSERT")
                .eventVersion("1.1")
                .dynamodb(StreamRecord.builder()
                        .approximateCreationDateTime(Instant.EPOCH)
                        .keys(Map.of("id", AttributeValue.fromS("k")))
                        .newImage(image)
                        .sequenceNumber("1")
                        .sizeBytes(1L)
                        .streamViewType("NEW_IMAGE")
                        .build())
                .build();
    }
}
