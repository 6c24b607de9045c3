package dev.nextcart.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.testkit.Events;
import dev.nextcart.wire.EventWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class CommandLineTest {
    private static final String ORDERS = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            1,A,STONEWARE MUG,6,2010-12-01T08:26:00Z,2.55,17850,United Kingdom
            C2,A,STONEWARE MUG,-1,2010-12-02T08:26:00Z,2.55,17850,United Kingdom
            3,A,STONEWARE MUG,10,2010-12-03T08:26:00Z,2.95,,France
            """;

    private static final String PRICES =
            Path.of(System.getProperty("nextcart.root"), "infra/prices.json").toString();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private @Nullable StandInCloud cloud;

    @AfterEach
    void stop() {
        if (cloud != null) {
            cloud.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "send",
                "profile",
                "replay",
                "erase",
                "verify",
                "cost",
                "export",
                "status",
                "dlq list",
                "dlq show",
                "dlq redrive",
                "schedule list",
                "schedule run"
            })
    void every_command_explains_itself_and_its_exit_codes(String command) {
        assertEquals(0, run((command + " --help").split(" ", -1)));

        assertTrue(out.toString().contains("Usage: nextcart " + command), out::toString);
        assertTrue(out.toString().contains("Exit codes:"), out::toString);
        assertTrue(out.toString().contains("--state=DIR"), out::toString);
        assertFalse(out.toString().contains("\u001b["), "no colours off a terminal");
    }

    @Test
    void the_root_lists_the_commands_and_says_where_to_begin() {
        assertEquals(0, run("--help"));

        assertTrue(out.toString().contains("./nextcart demo"), out::toString);
        assertEquals(2, run());
        assertEquals(2, run("dance"));
        assertEquals(2, run("replay"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify",
                "schedule list",
                "schedule run x",
                "profile 7",
                "send x.json",
                "replay x.csv",
                "erase x",
                "status",
                "dlq list",
                "dlq show 1234"
            })
    void without_a_running_cloud_a_command_says_how_to_start_one(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));

        assertEquals(2, run(withState(arguments)));

        assertTrue(err.toString().contains("./nextcart up"), err::toString);
    }

    @Test
    void options_out_of_range_and_missing_files_are_told_before_work_starts() throws IOException {
        cloud = new StandInCloud(state());
        Path orders = Files.writeString(folder.resolve("orders.csv"), ORDERS);

        assertEquals(2, run(withState(List.of("replay", orders.toString(), "--duplicates", "1.5"))));
        assertTrue(err.toString().contains("--duplicates: 1.5 is not a share in 0..1"), err::toString);
        assertEquals(2, run(withState(List.of("replay", orders.toString(), "--json", "none/x.json"))));
        assertTrue(err.toString().contains("--json: none/x.json"), err::toString);
        assertEquals(2, run(withState(List.of("replay", folder + "/none.csv"))));
        assertTrue(err.toString().contains("there is no file"), err::toString);
        assertEquals(2, run(withState(List.of("demo"))));
        assertTrue(err.toString().contains("runs in " + state() + " already"), err::toString);
    }

    @Test
    void orders_are_replayed_verified_and_shown() throws IOException {
        cloud = new StandInCloud(state());
        Path orders = Files.writeString(folder.resolve("orders.csv"), ORDERS);
        Path json = folder.resolve("replay.json");

        assertEquals(
                0,
                run(withState(List.of(
                        "replay", orders.toString(), "--duplicates", "1", "--shuffle", "3", "--json", "" + json))));
        assertEquals(10, read(json).path("sent").asInt(), "two orders, a return, two prices of a mug, each twice");
        assertEquals(5, read(json).path("repeats").asInt());

        assertEquals(0, run(withState(List.of("verify", "--json", "" + json))), out::toString);
        assertEquals(
                "{\"sent\":10,\"counted\":4,\"repeated\":5,\"setAside\":0,\"refused\":0,\"superseded\":1,"
                        + "\"erased\":0,\"unaccounted\":0}",
                read(json).path("events").toString());

        assertEquals(0, run(withState(List.of("profile", "17850", "--json", "" + json))));
        assertTrue(out.toString().contains("1 order, 6 units, GBP 15.30"), out::toString);
        assertTrue(out.toString().contains("1 return, 1 unit, GBP 2.55"), out::toString);
        assertTrue(out.toString().contains("2010-11-29"), "the week's Monday: " + out);
        assertEquals(2, read(json).path("counted").asInt());
        assertEquals("17850", read(json).path("shopper").textValue());

        assertEquals(1, run(withState(List.of("profile", "nobody"))));
        assertTrue(out.toString().contains("No profile of nobody"), out::toString);
    }

    @Test
    void what_a_replay_measured_is_priced_after_its_cloud_is_gone() throws IOException {
        cloud = new StandInCloud(state());
        Path orders = Files.writeString(folder.resolve("orders.csv"), ORDERS);
        Path json = folder.resolve("cost.json");
        assertEquals(2, run(withState(List.of("cost", "--prices", PRICES))));
        assertTrue(err.toString().contains("No replay was measured in " + state()), err::toString);
        assertEquals(0, run(withState(List.of("replay", orders.toString()))), err::toString);
        cloud.close();

        assertEquals(0, run(withState(List.of("cost", "--prices", PRICES, "--json", "" + json))), err::toString);

        JsonNode cost = read(json);
        // Five events: a million of them are 200,000 such replays of a millisecond each, at one GB.
        double perMillion = 1e6 * 0.20 / 1e6 + 1e6 / 1000 * 0.0000133334;
        assertEquals(5, cost.path("measured").path("events").asInt());
        double tables = sum(cost.path("tables"));
        assertTrue(tables > 0, cost::toString);
        assertEquals(
                perMillion + tables, cost.path("functions").path("all-events").asDouble(), 1e-9);
        assertEquals(1.00, cost.path("waysIn").path("bus").asDouble(), 1e-9);
        assertEquals(
                perMillion + tables + 1.00, cost.path("usdPerMillionEvents").asDouble(), 1e-9);
        assertTrue(out.toString().contains("for a million events"), out::toString);

        assertEquals(2, run(withState(List.of("cost", "--prices", "none.json"))));
        assertTrue(err.toString().contains("there is no price table none.json"), err::toString);
        assertEquals(2, run(withState(List.of("cost", "--prices", PRICES, "--architecture", "sparc"))));
        assertEquals(2, run(withState(List.of("cost", "--prices", PRICES, "--memory", "64"))));
        assertTrue(err.toString().contains("memory: 64 MB is not in 128..10240"), err::toString);
    }

    private static double sum(JsonNode object) {
        double sum = 0;
        for (JsonNode value : object) {
            sum += value.asDouble();
        }
        return sum;
    }

    @Test
    void a_lost_event_makes_verify_fail_and_names_it() throws IOException {
        cloud = new StandInCloud(state());
        Path orders = Files.writeString(folder.resolve("orders.csv"), ORDERS);
        cloud.forgetEvents();

        assertEquals(0, run(withState(List.of("replay", orders.toString()))));
        assertEquals(1, run(withState(List.of("verify"))));

        assertTrue(out.toString().contains("profile of 17850 is not stored"), out::toString);
        assertTrue(out.toString().contains("sent but not counted: order-1"), out::toString);
        assertTrue(out.toString().contains("event order-3 of a guest was sent"), out::toString);
    }

    @Test
    void a_folder_of_events_is_sent_and_each_refusal_has_its_reason() throws IOException {
        cloud = new StandInCloud(state());
        Path events = Files.createDirectories(folder.resolve("events/deep"));
        String view = new EventWriter().write(Events.viewed("v1"));
        Files.writeString(events.resolve("view.json"), view);
        Files.writeString(
                events.resolve("envelope.json"), "{\"detail-type\":\"ProductViewed\",\"detail\":" + view + "}");
        Files.writeString(events.resolve("two.jsonl"), view.replace("v1", "v2") + "\n\n{\"broken\n");
        Files.writeString(events.resolve("view.schema.json"), "{\"type\":\"object\"}");
        Files.writeString(events.resolve("readme.md"), "no event");

        assertEquals(1, run(withState(List.of("send", folder.resolve("events").toString()))));

        assertTrue(out.toString().contains("two.jsonl:3: refused: "), out::toString);
        assertTrue(out.toString().contains("4 events sent, 1 refused"), out::toString);
        assertEquals(0, run(withState(List.of("verify"))), out::toString);
        assertEquals(
                0, run(withState(List.of("send", events.resolve("view.json").toString()))));
        assertEquals(
                2, run(withState(List.of("send", events.resolve("none.json").toString()))));
    }

    @Test
    void schedules_are_shown_and_fired_by_hand() throws IOException {
        cloud = new StandInCloud(state());
        Path json = folder.resolve("schedule.json");

        assertEquals(0, run(withState(List.of("schedule", "list", "--json", "" + json))));
        assertTrue(out.toString().contains("cron(0 3 * * ? *) UTC"), out::toString);
        assertTrue(out.toString().contains("2 invocations, 1 failed, 0 given up"), out::toString);
        assertTrue(out.toString().contains("not yet"), out::toString);
        assertEquals("2026-11-25T03:00:00Z", read(json).path(0).path("next").textValue());

        assertEquals(0, run(withState(List.of("schedule", "run", "SweepDaily", "--json", "" + json))));
        assertTrue(out.toString().contains("SweepDaily answered: {\"swept\":3}"), out::toString);
        assertEquals("{\"swept\":3}", read(json).path("answer").textValue());

        assertEquals(1, run(withState(List.of("schedule", "run", "broken", "--json", "" + json))));
        assertTrue(out.toString().contains("broken failed: Runtime.ExitError: boom"), out::toString);
        assertTrue(err.toString().contains("tried again"), err::toString);
        assertTrue(read(json).path("retried").asBoolean());
        assertEquals(2, run(withState(List.of("schedule"))));
    }

    @Test
    void a_demo_starts_replays_verifies_tells_and_stops() throws IOException {
        Path json = folder.resolve("demo.json");

        assertEquals(0, run(withState(List.of("demo", "--seed", "4", "--json", "" + json))), err::toString);

        JsonNode summary = read(json);
        long sent = summary.path("events").path("sent").asLong();
        assertTrue(sent > 4_000);
        long erased = summary.path("events").path("erased").asLong();
        assertTrue(erased > 0 && erased < 200, "one shopper, for a sample receipt: " + erased);
        assertEquals(
                sent,
                summary.path("events").path("counted").asLong()
                        + summary.path("events").path("superseded").asLong()
                        + erased);
        assertEquals(120, summary.path("verify").path("products").asLong());
        assertTrue(out.toString().contains("Receipt of erased shopper "), out::toString);
        assertEquals(0, summary.path("verify").path("profileDifferences").asLong());
        assertEquals(0, summary.path("verify").path("rollupDifferences").asLong());
        assertEquals(0, summary.path("verify").path("productDifferences").asLong());
        assertTrue(summary.path("verify").path("rollups").asLong() > 0);
        for (String number : List.of("eventsPerSecond", "writeUnitsPerEvent", "requestsPerEvent", "seconds")) {
            assertTrue(summary.path(number).asDouble() > 0, number);
        }
        for (String size : List.of("mean", "p99", "max")) {
            assertTrue(summary.path("profileBytes").path(size).asDouble() > 0, size);
        }
        assertTrue(out.toString().contains("synthetic"), out::toString);
        assertTrue(out.toString().contains("Best sellers"), out::toString);
        assertTrue(out.toString().contains("Verified: no differences"), out::toString);
        assertTrue(out.toString().contains("Try next"), out::toString);
        assertTrue(assertStarted().isStopped());
    }

    @Test
    void a_shopper_is_erased_everywhere_and_the_receipt_says_what_went() throws IOException {
        cloud = new StandInCloud(state());
        Path orders = Files.writeString(folder.resolve("orders.csv"), ORDERS);
        Path json = folder.resolve("erase.json");
        assertEquals(0, run(withState(List.of("replay", orders.toString()))));

        assertEquals(0, run(withState(List.of("erase", "17850", "--json", "" + json))), () -> out + "" + err);

        assertTrue(out.toString().contains("Receipt of erased shopper "), out::toString);
        assertTrue(out.toString().contains("Proof: each of these counts 0"), out::toString);
        assertTrue(out.toString().contains("no erased shopper is named"), out::toString);
        JsonNode receipt = read(json).path("receipts").path(0);
        assertEquals(
                "{\"profiles\":1,\"late-events\":0,\"refused-events\":0}",
                receipt.path("gone").toString());
        assertFalse(read(json).toString().contains("17850"), "the file names nobody");

        assertEquals(0, run(withState(List.of("erase", "17850", "--json", "" + json))));
        assertEquals(receipt, read(json).path("receipts").path(0));
        assertEquals(0, run(withState(List.of("verify"))), out::toString);
        assertEquals(1, run(withState(List.of("profile", "17850"))));
        assertTrue(out.toString().contains("No profile of 17850: erased at "), out::toString);
    }

    @Test
    void an_unknown_shopper_is_kept_out_too_and_several_come_from_a_file() throws IOException {
        cloud = new StandInCloud(state());
        Path file = Files.writeString(folder.resolve("ids.txt"), "ann\n\n bob \nann\n");
        Path json = folder.resolve("erase.json");

        assertEquals(
                0,
                run(withState(List.of("erase", "cyd", "--file", "" + file, "--json", "" + json))),
                () -> out + "" + err);

        assertTrue(out.toString().contains("Nothing was known of this shopper"), out::toString);
        assertEquals(3, read(json).path("receipts").size());
    }

    @Test
    void what_still_names_an_erased_shopper_is_pointed_at() throws IOException {
        cloud = new StandInCloud(state());
        Files.writeString(state().resolve("stray.log"), "somebody wrote ann here\n");

        assertEquals(1, run(withState(List.of("erase", "ann"))));

        assertTrue(out.toString().contains("1 place still name one"), out::toString);
        assertTrue(out.toString().contains("stray.log, line 1"), out::toString);
    }

    @Test
    void an_erasure_that_does_not_finish_is_told_after_the_time_given() throws IOException {
        cloud = new StandInCloud(state());
        cloud.forgetEvents();

        assertEquals(1, run(withState(List.of("erase", "ann", "--timeout", "1"))));

        assertTrue(out.toString().contains("1 erasure not finished yet"), out::toString);
        assertEquals(2, run(withState(List.of("erase"))));
        assertEquals(2, run(withState(List.of("erase", "ann", "--timeout", "0"))));
        assertEquals(2, run(withState(List.of("erase", "--file", folder + "/none"))));
    }

    @Test
    void shoppers_are_erased_in_the_middle_of_a_replay() throws IOException {
        Path json = folder.resolve("demo.json");

        assertEquals(
                0,
                run(withState(List.of("demo", "--erase", "20", "--duplicates", "0.3", "--json", "" + json))),
                () -> out + "" + err);

        assertEquals(20, read(json).path("erasures").path("receipts").size());
        assertEquals(0, read(json).path("erasures").path("tracesFound").asInt(-1));
        assertEquals(20, read(json).path("verify").path("erasedShoppers").asInt());
        assertTrue(read(json).path("events").path("erased").asInt() > 20);
        assertEquals(0, read(json).path("events").path("unaccounted").asInt(-1));
    }

    private StandInCloud assertStarted() {
        assertNotNull(cloud);
        return cloud;
    }

    private Path state() {
        return folder.resolve("state");
    }

    private String[] withState(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--state", state().toString()));
        return all.toArray(String[]::new);
    }

    private int run(String... arguments) {
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), Ansi.OFF, false);
        CommandLine commands = Nextcart.commandLine(screen, this::start, Path.of(System.getProperty("nextcart.root")));
        return commands.execute(arguments);
    }

    private CloudStarter.Started start(Path state, FunctionKind kind) {
        try {
            cloud = new StandInCloud(state);
            return cloud;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path json) throws IOException {
        return new ObjectMapper().readTree(Files.readString(json));
    }
}
