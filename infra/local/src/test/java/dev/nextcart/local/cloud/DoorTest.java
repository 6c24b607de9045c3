package dev.nextcart.local.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.testkit.InMemoryRefusals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {
    private static final String ORDER = "{\"type\":\"OrderPlaced\",\"eventId\":\"e1\"}";

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final RecordingWays ways = new RecordingWays();
    private final InMemoryRefusals refusals = new InMemoryRefusals();

    @Test
    void clicks_go_on_the_stream_by_shopper_and_all_else_on_the_bus() {
        String click = "{\"type\":\"ProductViewed\",\"shopperId\":\"s1\"}";
        String nobodys = "{\"type\":\"ProductViewed\"}";
        String unknown = "{\"type\":\"StockCounted\"}";

        List<Taken> taken = take(ORDER, click, nobodys, unknown);

        assertEquals(
                List.of(
                        "bus OrderPlaced " + ORDER,
                        "stream s1 " + click,
                        "stream - " + nobodys,
                        "bus StockCounted " + unknown),
                ways.sent);
        assertEquals(new Taken.Delivered(unknown, 4), taken.get(3));
        assertTrue(refusals.refused().isEmpty());
    }

    @Test
    void what_cannot_be_sent_is_refused_with_its_reason_and_holds_up_nothing() {
        String tooBig = "{\"type\":\"OrderPlaced\",\"pad\":\"" + "x".repeat(RecordingWays.LIMIT) + "\"}";

        List<Taken> taken = take("{\"type\":", "[]", "{\"eventId\":\"e\"}", tooBig, "\"\ud800\"", ORDER);

        assertInstanceOf(Taken.Delivered.class, taken.get(5));
        assertEquals(5, refusals.refused().size());
        for (Refusal refusal : refusals.refused()) {
            assertEquals("door", refusal.source());
            assertEquals(Instant.EPOCH, refusal.refusedAt());
        }
        assertTrue(reason(taken.get(2)).contains("type"), reason(taken.get(2)));
        assertTrue(reason(taken.get(3)).contains("over the limit"), reason(taken.get(3)));
        assertTrue(reason(taken.get(4)).contains("surrogate"), reason(taken.get(4)));
    }

    @Test
    void a_type_too_long_for_the_bus_is_refused() {
        List<Taken> taken = take("{\"type\":\"" + "T".repeat(129) + "\"}");

        assertTrue(reason(taken.getFirst()).contains("129 characters"), reason(taken.getFirst()));
    }

    @Test
    void the_journal_has_every_line_in_order_when_the_answer_comes() throws IOException {
        take(ORDER, "nonsense");

        List<String> lines = Files.readAllLines(folder.resolve("journal.jsonl"));
        assertEquals(2, lines.size());
        assertEquals(
                "{\"event\":\"{\\\"type\\\":\\\"OrderPlaced\\\",\\\"eventId\\\":\\\"e1\\\"}\",\"ticket\":1}",
                lines.getFirst());
        assertTrue(lines.getLast().startsWith("{\"event\":\"nonsense\",\"refused\":\""), lines.getLast());
    }

    @Test
    void what_was_sent_before_a_failure_is_in_the_journal() throws IOException {
        refusals.throttleNext(1);

        assertThrows(StoreBusyException.class, () -> take(ORDER, "nonsense", ORDER));

        assertEquals(1, Files.readAllLines(folder.resolve("journal.jsonl")).size());
    }

    private List<Taken> take(String... events) {
        JournalWriter journal = new JournalWriter(folder.resolve("journal.jsonl"), InstantSource.system());
        try (journal) {
            return new Door(ways, refusals, journal, InstantSource.fixed(Instant.EPOCH)).take(List.of(events));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String reason(Taken taken) {
        return ((Taken.Refused) taken).reason();
    }

    /** Takes everything up to a size and counts tickets up from 1. */
    private static final class RecordingWays implements Ways {
        static final int LIMIT = 1_000;
        private final List<String> sent = new ArrayList<>();

        @Override
        public long toTheBus(String detailType, String detail) {
            if (detail.length() > LIMIT) {
                throw new IllegalArgumentException(detail.length() + " bytes is over the limit of " + LIMIT);
            }
            return ticket("bus " + detailType + " " + detail);
        }

        @Override
        public long toTheStream(String partitionKey, byte[] data) {
            return ticket("stream " + partitionKey + " " + new String(data, StandardCharsets.UTF_8));
        }

        private long ticket(String what) {
            sent.add(what);
            return sent.size();
        }
    }
}
