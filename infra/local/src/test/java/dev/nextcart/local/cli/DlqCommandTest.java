package dev.nextcart.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.testkit.Events;
import dev.nextcart.wire.EventWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class DlqCommandTest {
    private static final String GOOD = new EventWriter().write(Events.placed("order-1", 2_500));
    private static final String BAD = GOOD.replace("\"quantity\":1", "\"quantity\":0");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private StandInCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = new StandInCloud(folder.resolve("state"));
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void an_empty_list_says_so_and_there_is_nothing_to_redrive() {
        assertEquals(0, run("dlq", "list"));
        assertTrue(out.toString().contains("No dead letters, no refused events"), out::toString);
        assertEquals(1, run("dlq", "redrive", "--all"));
        assertTrue(out.toString().contains("Nothing to redrive"), out::toString);
    }

    @Test
    void what_was_given_up_and_what_was_refused_stand_in_one_list_with_their_reasons() throws IOException {
        cloud.giveUp(GOOD);
        send(BAD);

        JsonNode messages = list();

        assertEquals(2, messages.size());
        assertEquals(
                "nextcart-OrdersDeadLetters", messages.path(0).path("where").asText());
        assertEquals("nextcart-orders", messages.path(0).path("source").asText());
        assertTrue(messages.path(0).path("reason").asText().contains("MaxReceiveCountExceeded; at last: Runtime.Exit"));
        assertEquals(90, messages.path(0).path("ageSeconds").asInt());
        assertEquals("refused-events", messages.path(1).path("where").asText());
        assertTrue(messages.path(1).path("reason").asText().contains("lines[0].quantity"), messages::toString);
        assertTrue(out.toString().contains("2 in all: 1 in nextcart-OrdersDeadLetters, 1 in refused-events"));
        assertEquals(0, run("dlq", "list", "--queue", "nextcart-OrdersDeadLetters"));
    }

    @Test
    void a_payload_is_shown_whole_and_indented() throws IOException {
        send(BAD);
        send("{\"broken\":");
        String id = list().path(0).path("id").asText();
        out.getBuffer().setLength(0);

        assertEquals(0, run("dlq", "show", id.substring(0, 12)));
        assertEquals(new ObjectMapper().readTree(BAD), new ObjectMapper().readTree(out.toString()));
        assertTrue(out.toString().lines().count() > 5, out::toString);
        assertTrue(err.toString().contains("reason: lines[0].quantity"), err::toString);

        assertEquals(2, run("dlq", "show", "f00f00f00"));
        assertTrue(err.toString().contains("no dead letter or refused event with the id f00f00f00"), err::toString);
        assertEquals(2, run("dlq", "show", "f"), "too short to be meant");
    }

    @Test
    void a_dead_letter_is_moved_back_and_counts() throws IOException {
        String id = cloud.giveUp(GOOD);
        assertEquals(1, run("verify"), "given up is not counted");

        assertEquals(0, run("dlq", "redrive", id), out::toString);

        assertTrue(out.toString().contains("moved back to nextcart-orders"), out::toString);
        assertEquals(0, list().size());
        assertEquals(0, run("verify"), out::toString);
    }

    @Test
    void a_mended_event_takes_the_place_of_a_dead_letter() throws IOException {
        String id = cloud.giveUp(GOOD);
        Path mended = Files.writeString(folder.resolve("mended.json"), GOOD.replace("order-1", "order-2"));

        assertEquals(0, run("dlq", "redrive", id, "--with", mended.toString()), out::toString);

        assertEquals(0, list().size());
        assertEquals(0, run("verify"), out::toString);
        assertTrue(out.toString().contains("withdrawn"), out::toString);
    }

    @Test
    void a_refused_event_that_was_not_mended_is_refused_again_and_stays() throws IOException {
        send(BAD);

        assertEquals(1, run("dlq", "redrive", "--all"));

        assertTrue(out.toString().contains("was refused again: lines[0].quantity"), out::toString);
        assertEquals(1, list().size());
        assertEquals("", list().path(0).path("state").asText());
        assertEquals(0, run("verify"), out::toString);
    }

    @Test
    void a_mended_one_counts_and_the_refused_one_is_marked_not_lost() throws IOException {
        send(BAD);
        Path mended = Files.writeString(folder.resolve("mended.json"), GOOD);
        String id = list().path(0).path("id").asText();

        assertEquals(0, run("dlq", "redrive", id, "--with", mended.toString()), out::toString);

        assertEquals(0, list().size());
        JsonNode marked = list("--all-states").path(0);
        assertEquals(id, marked.path("id").asText());
        assertTrue(marked.path("state").asText().startsWith("redriven 20"), marked::toString);
        assertEquals(0, run("profile", "shopper-1"), out::toString);
        assertEquals(0, run("verify"), out::toString);
    }

    @Test
    void one_mended_badly_leaves_both_for_another_try() throws IOException {
        send(BAD);
        Path stillBad = Files.writeString(folder.resolve("bad.json"), GOOD.replace("GBP", "POUNDS"));

        assertEquals(1, run("dlq", "redrive", list().path(0).path("id").asText(), "--with", stillBad.toString()));

        assertTrue(out.toString().contains("was refused too: currency"), out::toString);
        assertEquals(2, list().size());
        for (JsonNode each : list()) {
            assertEquals("", each.path("state").asText());
        }
    }

    @Test
    void what_cannot_be_meant_is_told_before_anything_is_sent() throws IOException {
        send(BAD);
        String id = list().path(0).path("id").asText();
        Path same = Files.writeString(folder.resolve("same.json"), BAD.replace(",", ",\n"));
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"eventId\":");
        Path list = Files.writeString(folder.resolve("list.json"), "[]");

        assertComplaint("Say which to redrive", "dlq", "redrive");
        assertComplaint("Say which to redrive", "dlq", "redrive", id, "--all");
        assertComplaint("name its id", "dlq", "redrive", "--all", "--with", same.toString());
        assertComplaint("not mended", "dlq", "redrive", id, "--with", same.toString());
        assertComplaint("is not JSON", "dlq", "redrive", id, "--with", broken.toString());
        assertComplaint("is not a JSON object", "dlq", "redrive", id, "--with", list.toString());
        assertComplaint("there is no file", "dlq", "redrive", id, "--with", folder + "/none.json");
        assertComplaint("with the id nobody", "dlq", "redrive", "nobody");
        assertEquals(1, list().size());
    }

    @Test
    void the_status_is_printed_once_off_a_terminal_and_for_machines() throws IOException {
        send(GOOD);
        Path json = folder.resolve("status.json");

        assertEquals(0, run("status", "--json", json.toString()));

        assertTrue(out.toString().contains("Up 10 s: 0 events under way, 0 dead letters"), out::toString);
        assertTrue(out.toString().contains("nextcart-orders"), out::toString);
        assertFalse(out.toString().contains("\u001b"), out::toString);
        JsonNode status = new ObjectMapper().readTree(Files.readString(json));
        assertEquals(
                0.1,
                status.path("queues")
                        .path("nextcart-orders")
                        .path("acceptedPerSecond")
                        .asDouble());
        assertEquals(5, status.path("tables").size());
        long items = 0;
        for (JsonNode table : status.path("tables")) {
            items += table.path("items").asLong();
        }
        assertEquals(3, items, "a profile, an order line and its rollup");
    }

    private void assertComplaint(String expected, String... arguments) {
        err.getBuffer().setLength(0);
        assertEquals(2, run(arguments));
        assertTrue(err.toString().contains(expected), err::toString);
    }

    private void send(String event) throws IOException {
        run("send", Files.writeString(folder.resolve("event.json"), event).toString());
    }

    private JsonNode list(String... options) throws IOException {
        Path json = folder.resolve("list-of-messages.json");
        List<String> arguments = new ArrayList<>(List.of("dlq", "list", "--json", json.toString()));
        arguments.addAll(List.of(options));
        assertEquals(0, run(arguments.toArray(String[]::new)), err::toString);
        return new ObjectMapper().readTree(Files.readString(json)).path("messages");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--state", folder.resolve("state").toString()));
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), Ansi.OFF, false);
        CloudStarter none = (state, kind) -> {
            throw new CannotRunException("no cloud is started here");
        };
        return Nextcart.commandLine(screen, none, folder).execute(all.toArray(String[]::new));
    }
}
