package dev.nextcart.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.cli.StatusPage.Line;
import dev.nextcart.local.cli.StatusPage.Tone;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class StatusPageTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void a_counter_has_its_rate_since_the_last_refresh_and_since_the_start() throws JsonProcessingException {
        StatusMoment before = moment(0, queues(100, 0));
        StatusMoment now = moment(2, queues(150, 0));

        String row = row(new StatusPage(before, now), "orders");

        assertEquals("orders 3 1 1 min 5 s 150 25.0 15.0 0 0", row);
    }

    @Test
    void a_dead_letter_raises_an_alarm() throws JsonProcessingException {
        StatusMoment now = moment(0, queues(1, 2));
        List<Line> lines = new StatusPage(now, now).lines();

        assertTrue(lines.getFirst().text().contains("7 events under way, 2 dead letters"), lines::toString);
        Line dead = lines.stream()
                .filter(line -> line.text().contains("OrdersDead"))
                .findFirst()
                .orElseThrow();
        assertEquals(Tone.ALARM, dead.tone());
    }

    @Test
    void a_stream_is_told_by_its_shards() throws JsonProcessingException {
        StatusMoment now = moment(
                0,
                "\"streams\":{\"clicks\":{\"shards\":[{\"id\":\"shardId-000000000001\",\"behind\":4,"
                        + "\"oldestSeconds\":0,\"put\":40}]}}");

        assertEquals("clicks #1 4 - 40 0.0 4.0".replace("0.0", "-"), row(new StatusPage(now, now), "clicks"));
    }

    @Test
    void a_section_nobody_has_heard_of_is_shown_field_by_field() throws JsonProcessingException {
        StatusMoment now = moment(
                0,
                "\"schedules\":{\"archive-sweep\":{\"nextRun\":\"2026-11-25T03:00:00Z\",\"runs\":2,\"lastMillis\":41}}");

        assertEquals("archive-sweep 2026-11-25T03:00:00Z 2 41 ms", row(new StatusPage(now, now), "archive-sweep"));
        assertEquals("schedules next run runs last", row(new StatusPage(now, now), "schedules"));
    }

    @Test
    void a_table_that_does_not_answer_is_not_called_empty() throws JsonProcessingException {
        StatusMoment now = moment(0, "\"tables\":{\"nextcart-sales\":{\"items\":null}}");

        assertTrue(row(new StatusPage(now, now), "nextcart-sales").startsWith("nextcart-sales -"));
    }

    @Test
    void a_page_is_painted_in_the_place_of_the_last_one_and_cut_to_the_window() throws JsonProcessingException {
        StringWriter out = new StringWriter();
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(out), Ansi.ON, true);
        StatusMoment now = moment(0, queues(1, 0));
        StatusPainter painter = new StatusPainter(screen, () -> OptionalInt.of(4));

        painter.paint(new StatusPage(now, now));
        painter.paint(new StatusPage(now, now));

        assertEquals(2, out.toString().split("\u001b\\[H", -1).length - 1, "each begins at the top");
        assertTrue(out.toString().contains("more lines"), out::toString);
    }

    @Test
    void nothing_is_drawn_over_off_a_terminal() throws JsonProcessingException {
        StringWriter out = new StringWriter();
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(out), Ansi.OFF, false);
        StatusMoment now = moment(0, queues(1, 0));

        new StatusPainter(screen, OptionalInt::empty).paint(new StatusPage(now, now));

        assertFalse(out.toString().contains("\u001b"), out::toString);
    }

    private static String queues(int accepted, int dead) {
        return "\"queues\":{\"orders\":{\"visible\":3,\"inFlight\":1,\"deadLetter\":false,\"oldestSeconds\":65.0,"
                + "\"accepted\":" + accepted + ",\"deadLettered\":0,\"expired\":0},\"OrdersDead\":{\"visible\":" + dead
                + ",\"inFlight\":0,\"deadLetter\":true,\"oldestSeconds\":0,\"accepted\":" + dead
                + ",\"deadLettered\":0,\"expired\":0}}";
    }

    private static StatusMoment moment(int second, String sections) throws JsonProcessingException {
        String json = "{\"upSeconds\":10,\"outstanding\":{\"count\":7}," + sections + "}";
        return new StatusMoment(NOON.plusSeconds(second), (ObjectNode) new ObjectMapper().readTree(json));
    }

    /** The line that begins so, its gaps closed. */
    private static String row(StatusPage page, String name) {
        String all = page.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
        return all.lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in\n" + all));
    }
}
