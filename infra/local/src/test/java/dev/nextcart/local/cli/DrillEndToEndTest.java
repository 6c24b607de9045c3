package dev.nextcart.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** The operator's drill, small: poison among good events and an outage of DynamoDB, through the real cloud. */
class DrillEndToEndTest {
    private static final Path ROOT = Path.of(System.getProperty("nextcart.root"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int INVOICES = 240;
    private static final int PRODUCTS = 7;
    private static final int BAD = 17;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void bad_events_and_an_outage_are_got_over_and_a_mended_event_counts() throws IOException {
        assumeTrue(
                Files.exists(ROOT.resolve("functions/target/function.zip")),
                "no function package yet: ./mvnw verify builds it");
        CloudStarter.Started cloud = new LocalCloudStarter(ROOT).start(state(), FunctionKind.JVM);
        try {
            JsonNode replay = json(Exit.OK, "replay", orders().toString(), "--bad", "" + BAD, "--outage", "3s");
            assertEquals(BAD, replay.path("badRefused").asInt());
            assertTrue(replay.path("recoverySeconds").asDouble() > 0, replay::toString);
            assertTrue(replay.path("seconds").asDouble() > 3, replay::toString);

            JsonNode refused = json(Exit.OK, "dlq", "list");
            assertEquals(BAD, refused.path("count").asInt());
            refused.path("messages")
                    .forEach(each -> assertFalse(each.path("reason").asText().isEmpty()));

            JsonNode again = json(Exit.NOT_CLEAN, "dlq", "redrive", "--all");
            assertEquals(0, again.path("redriven").asInt(), again::toString);
            assertEquals(BAD, json(Exit.OK, "dlq", "list").path("count").asInt(), "still listed, not twice");

            mend(idOfZeroQuantity());
            assertEquals(BAD - 1, json(Exit.OK, "dlq", "list").path("count").asInt());

            JsonNode events = json(Exit.OK, "verify").path("events");
            assertEquals(INVOICES + PRODUCTS + 1, events.path("counted").asInt(), events::toString);
            assertEquals(BAD, events.path("refused").asInt(), events::toString);
            assertEquals(0, events.path("unaccounted").asInt(), events::toString);

            JsonNode status = json(Exit.OK, "status");
            assertEquals(0, status.path("outstanding").path("count").asInt());
            assertTrue(status.path("functions")
                            .path("nextcart-order-events")
                            .path("p99Millis")
                            .asDouble()
                    > 0);
        } finally {
            cloud.close();
        }
    }

    private String idOfZeroQuantity() throws IOException {
        for (JsonNode each : json(Exit.OK, "dlq", "list").path("messages")) {
            if (each.path("reason").asText().startsWith("lines[0].quantity: 0")) {
                return each.path("id").asText();
            }
        }
        throw new AssertionError("no event of quantity 0 was refused: " + out);
    }

    private void mend(String id) throws IOException {
        out.getBuffer().setLength(0);
        assertEquals(Exit.OK, run("dlq", "show", id));
        ObjectNode event = (ObjectNode) JSON.readTree(out.toString());
        ((ObjectNode) event.path("lines").path(0)).put("quantity", 2);
        Path mended = Files.writeString(folder.resolve("mended.json"), event.toString());

        assertEquals(Exit.OK, run("dlq", "redrive", id, "--with", mended.toString()), out::toString);
    }

    /** Two weeks of a shop with 30 customers. */
    private Path orders() throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"));
        IntStream.range(0, INVOICES)
                .mapToObj(number -> "%d,A%d,STONEWARE MUG,%d,2010-12-%02dT%02d:00:00Z,2.55,%d,France"
                        .formatted(
                                number,
                                number % PRODUCTS,
                                1 + number % 5,
                                1 + number / 20,
                                number % 20,
                                17_000 + number % 30))
                .forEach(lines::add);
        return Files.write(folder.resolve("orders.csv"), lines);
    }

    private Path state() {
        return folder.resolve("state");
    }

    private JsonNode json(int exit, String... arguments) throws IOException {
        Path file = folder.resolve("summary.json");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", file.toString()));
        assertEquals(exit, run(all.toArray(String[]::new)), () -> out + "\n" + err);
        return JSON.readTree(Files.readString(file));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--state", state().toString()));
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), Ansi.OFF, false);
        return Nextcart.commandLine(screen, new LocalCloudStarter(ROOT), ROOT).execute(all.toArray(String[]::new));
    }
}
