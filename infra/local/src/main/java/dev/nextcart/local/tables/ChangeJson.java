package dev.nextcart.local.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.engine.TableChange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/**
 * A change as "Using AWS Lambda with Amazon DynamoDB" documents it for functions: items in DynamoDB JSON.
 *
 * @param streamArn as functions see it
 */
record ChangeJson(String streamArn, String region) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    TableChange change(String shardId, Record record) {
        StreamRecord change = record.dynamodb();
        JsonNode keys = item(change.keys());
        ObjectNode event = JSON.objectNode()
                .put("eventID", record.eventID())
                .put("eventName", record.eventNameAsString())
                .put("eventVersion", record.eventVersion())
                .put("eventSource", "aws:dynamodb")
                .put("awsRegion", region);
        ObjectNode dynamoDb = event.putObject("dynamodb");
        dynamoDb.put(
                "ApproximateCreationDateTime",
                change.approximateCreationDateTime().getEpochSecond());
        dynamoDb.set("Keys", keys);
        if (change.hasNewImage()) {
            dynamoDb.set("NewImage", item(change.newImage()));
        }
        if (change.hasOldImage()) {
            dynamoDb.set("OldImage", item(change.oldImage()));
        }
        dynamoDb.put("SequenceNumber", change.sequenceNumber())
                .put("SizeBytes", change.sizeBytes())
                .put("StreamViewType", change.streamViewTypeAsString());
        event.put("eventSourceARN", streamArn);
        if (record.userIdentity() != null) {
            event.putObject("userIdentity")
                    .put("principalId", record.userIdentity().principalId())
                    .put("type", record.userIdentity().type());
        }
        return new TableChange(shardId, change.sequenceNumber(), keys.toString(), event.toString());
    }

    /** Names in order, so that equal items are equal texts. */
    private static ObjectNode item(Map<String, AttributeValue> attributes) {
        ObjectNode item = JSON.objectNode();
        new TreeMap<>(attributes).forEach((name, value) -> item.set(name, value(value)));
        return item;
    }

    private static ObjectNode value(AttributeValue value) {
        ObjectNode json = JSON.objectNode();
        switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case B -> json.put("B", bytes(value.b()));
            case SS -> json.set("SS", texts(value.ss()));
            case NS -> json.set("NS", texts(value.ns()));
            case BS ->
                json.set("BS", texts(value.bs().stream().map(ChangeJson::bytes).toList()));
            case M -> json.set("M", item(value.m()));
            case L -> {
                ArrayNode list = json.putArray("L");
                value.l().forEach(each -> list.add(value(each)));
            }
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", true);
            case UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalStateException("DynamoDB gave an attribute of a type unknown here: " + value);
        }
        return json;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** Base64, as the wire has it. */
    private static String bytes(SdkBytes bytes) {
        return JSON.binaryNode(bytes.asByteArrayUnsafe()).asText();
    }
}
