package dev.nextcart.local.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.client.CloudFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of infra/DATA.md are what the functions make of the same events, attribute by attribute. */
class DataPageTest {
    private static final Path ROOT = Path.of(System.getProperty("nextcart.root"));
    private static final Pattern ITEM = Pattern.compile("(?s)<!-- item of ([a-z-]+) -->\\s*```json\\n(.*?)```");
    /** They tell when it happened, or are made up for the occasion. */
    private static final Set<String> OF_THE_MOMENT =
            Set.of("messageId", "refusedAt", "expiresAt", "erasedAt", "erasedOn", "finishedAt");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void every_item_shown_is_in_its_table_and_every_table_is_shown() throws IOException {
        assumeTrue(
                Files.exists(ROOT.resolve("functions/target/deploy/function.zip")),
                "no function package yet: ./mvnw verify builds it");
        List<MatchResult> shown = ITEM.matcher(Files.readString(ROOT.resolve("infra/DATA.md")))
                .results()
                .toList();

        Path state = folder.resolve("state");
        LocalCloudStarter starter = new LocalCloudStarter(ROOT);
        CloudStarter.Started cloud = starter.start(state, FunctionKind.NEWEST);
        try (cloud) {
            send(starter, state, Path.of("events/order-placed.json"));
            send(starter, state, Path.of("events/product-viewed.json"));
            send(starter, state, Path.of("events/product-changed.json"));
            send(starter, state, Path.of("events/shopper-erased.json"));
            for (String text : List.of(
                    viewed("view-forgotten", "2025-11-10T10:00:00Z"),
                    viewed("view-late", "2025-11-09T10:00:00Z"),
                    viewed("view-impossible", "yesterday"))) {
                send(starter, state, Files.writeString(folder.resolve("event.json"), text));
            }

            CloudFile file = CloudFile.find(state).orElseThrow();
            try (DynamoDbClient client = DynamoDbTables.client(file)) {
                assertAll(shown.stream()
                        .map(block -> () -> compare(client, "nextcart-" + block.group(1), block.group(2))));
            }
            assertEquals(
                    Set.copyOf(file.tables().values()),
                    shown.stream().map(block -> "nextcart-" + block.group(1)).collect(Collectors.toSet()));
        }
    }

    private static void send(LocalCloudStarter starter, Path state, Path event) {
        Nextcart.commandLine(new Screen(Ansi.OFF), starter, ROOT)
                .execute("send", "--state=" + state, ROOT.resolve(event).toString());
    }

    private static void compare(DynamoDbClient client, String table, String json) {
        ObjectNode expected = masked(read(json));
        List<ObjectNode> stored = client.scan(scan -> scan.tableName(table).consistentRead(true)).items().stream()
                .map(DataPageTest::plain)
                .toList();

        assertTrue(
                stored.stream().map(DataPageTest::masked).anyMatch(expected::equals),
                () -> "infra/DATA.md shows an item of " + table + " that is not there. There are\n"
                        + stored.stream().map(ObjectNode::toPrettyString).collect(Collectors.joining("\n")));
    }

    /** An item as people write it: texts and numbers as they are, bytes as {@code {"base64": …}}. */
    private static ObjectNode plain(Map<String, AttributeValue> item) {
        ObjectNode plain = JSON.createObjectNode();
        new TreeMap<>(item).forEach((name, value) -> {
            switch (value.type()) {
                case S -> plain.put(name, value.s());
                case N -> plain.put(name, Long.parseLong(value.n()));
                case B ->
                    plain.putObject(name)
                            .put(
                                    "base64",
                                    Base64.getEncoder().encodeToString(value.b().asByteArray()));
                default -> plain.put(name, value.toString());
            }
        });
        return plain;
    }

    private static ObjectNode masked(ObjectNode item) {
        ObjectNode masked = item.deepCopy();
        OF_THE_MOMENT.stream()
                .filter(masked::has)
                .forEach(name -> masked.put(name, masked.get(name).getNodeType().toString()));
        // Read again, so that numbers are of one kind on both sides.
        return read(masked.toString());
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("infra/DATA.md has a block that is no JSON: " + json, e);
        }
    }

    /** More than a fortnight before the first view: counted and forgotten at once, so that what is older still comes too late. */
    private static String viewed(String eventId, String occurredAt) {
        return """
                {"eventId":"%s","type":"ProductViewed","occurredAt":"%s","shopperId":"shopper-4821",\
                "productId":"MUG-ROBIN"}""".formatted(eventId, occurredAt);
    }
}
