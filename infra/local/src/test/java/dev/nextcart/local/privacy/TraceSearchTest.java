package dev.nextcart.local.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.testkit.LocalTables;
import dev.nextcart.testkit.SharedDynamoDb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TraceSearchTest {
    private static final ShopperId ANN = new ShopperId("ann");

    @TempDir
    private Path folder;

    @Test
    void files_are_searched_packed_ones_too_and_function_packages_are_not() throws IOException {
        Files.createDirectories(folder.resolve("s3/bucket/events"));
        Files.createDirectories(folder.resolve("functions/x"));
        Files.writeString(folder.resolve("journal.jsonl"), "{\"event\":\"fine\"}\n{\"event\":\"of ann\"}\n");
        Files.write(folder.resolve("s3/bucket/events/a.jsonl.gz"), gzip("one\ntwo\n{\"shopperId\":\"ann\"}\n"));
        Files.write(folder.resolve("s3/bucket/events/b.bin"), new byte[] {(byte) 0xff, 'a', 'n', 'n', (byte) 0xfe});
        Files.writeString(folder.resolve("functions/x/ann.txt"), "ann");
        Files.writeString(folder.resolve("fine.log"), "planned, annual");

        TraceSearch.Result found = new TraceSearch(List.of(ANN)).folder(folder).result();

        assertFalse(found.clean());
        assertEquals(4, found.files());
        assertEquals(
                List.of(
                        new Trace("ann", folder.resolve("journal.jsonl") + ", line 2"),
                        new Trace("ann", folder.resolve("s3/bucket/events/a.jsonl.gz") + ", line 3"),
                        new Trace("ann", folder.resolve("s3/bucket/events/b.bin") + ", line 1")),
                found.first());
    }

    @Test
    void every_attribute_of_every_item_is_searched() throws IOException {
        try (DynamoDbClient client = SharedDynamoDb.client()) {
            String table = LocalTables.create(client).lateEvents();
            put(client, table, "1", "note", AttributeValue.fromS("{\"deep\":[\"ann\"]}"));
            put(client, table, "2", "payloadGzip", AttributeValue.fromB(SdkBytes.fromByteArray(gzip("of ann"))));
            put(client, table, "3", "map", AttributeValue.fromM(Map.of("who", AttributeValue.fromS("ann"))));
            put(client, table, "4", "body", AttributeValue.fromB(SdkBytes.fromUtf8String("ann")));
            put(client, table, "5", "n", AttributeValue.fromN("5"));

            TraceSearch.Result found =
                    new TraceSearch(List.of(ANN)).tables(client, List.of(table)).result();

            assertEquals(5, found.items());
            assertEquals(3, found.found());
            assertTrue(new TraceSearch(List.of(new ShopperId("bob")))
                    .tables(client, List.of(table))
                    .result()
                    .clean());
        }
    }

    private static void put(DynamoDbClient client, String table, String id, String name, AttributeValue value) {
        client.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "shopperId", AttributeValue.fromS("x"), "eventId", AttributeValue.fromS(id), name, value)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
