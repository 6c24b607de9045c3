package dev.nextcart.training.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nextcart.models.recommend.History;
import dev.nextcart.training.CannotRunException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
    @TempDir
    Path folder;

    @Test
    void sequences_are_read_plain_and_packed() throws IOException {
        String text = "1 lamp wick\n2 wick mug\r\n\n";
        Path packed = folder.resolve("packed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        for (Path file : List.of(file(text), packed)) {
            SequenceData data = RecommendData.read(List.of(file), List.of());

            assertEquals(List.of("lamp", "wick", "mug"), data.catalogue());
            assertArrayEquals(new int[] {1, 2}, data.histories().get(1).items());
        }
    }

    @Test
    void a_bad_line_is_named_with_its_file() throws IOException {
        Path file = file("1 lamp\n1 wick\n");

        CannotRunException refused =
                assertThrows(CannotRunException.class, () -> RecommendData.read(List.of(file), List.of()));

        assertEquals(file + ", line 2: the user 1 has a line already; put all items into one", refused.getMessage());
    }

    @Test
    void a_user_without_items_is_a_bad_line() throws IOException {
        Path file = file("1 lamp\n2\n");

        CannotRunException refused =
                assertThrows(CannotRunException.class, () -> RecommendData.read(List.of(file), List.of()));

        assertEquals(file + ", line 2: the user 2 has no items; write: user item item ...", refused.getMessage());
    }

    @Test
    void our_events_tell_action_gap_and_text() throws IOException {
        Path file = file("""
                {"type":"ProductChanged","occurredAt":"2026-11-01T00:00:00Z","productId":"lamp","title":"Lamp","description":"Tin."}
                {"type":"OrderPlaced","occurredAt":"2026-11-02T12:03:00Z","shopperId":"s","lines":[{"productId":"mug"}]}
                {"type":"ProductViewed","occurredAt":"2026-11-02T12:00:00Z","shopperId":"s","productId":"lamp"}
                {"type":"OrderPlaced","occurredAt":"2026-11-02T12:03:00Z","lines":[{"productId":"guest"}]}
                {"type":"ReviewPosted","occurredAt":"2026-11-02T12:03:00Z","shopperId":"s"}
                """);

        SequenceData data = RecommendData.read(List.of(file), List.of());

        History history = data.histories().getFirst();
        assertEquals(List.of("mug", "lamp"), data.catalogue());
        assertArrayEquals(new int[] {1, 0}, history.items());
        assertArrayEquals(new int[] {0, 2}, history.actions());
        assertArrayEquals(new int[] {0, 3}, history.gaps());
        assertEquals(Map.of("lamp", "Lamp. Tin."), data.texts());
    }

    @Test
    void an_event_without_a_product_is_a_bad_line() throws IOException {
        Path file = file("{\"type\":\"ProductViewed\",\"occurredAt\":\"2026-11-02T12:00:00Z\",\"shopperId\":\"s\"}\n");

        CannotRunException refused =
                assertThrows(CannotRunException.class, () -> RecommendData.read(List.of(file), List.of()));

        assertEquals(file + ", line 1: is no event: productId is missing", refused.getMessage());
    }

    @Test
    void texts_come_from_an_orders_file() throws IOException {
        Path sequences = file("1 85123A 71053\n");
        Path orders = folder.resolve("orders.csv");
        Files.writeString(orders, "InvoiceNo,StockCode,Description\n1,85123A,\"LANTERN, WHITE\"\n1,71053,\n");

        SequenceData data = RecommendData.read(List.of(sequences), List.of(orders));

        assertEquals(Map.of("85123A", "LANTERN, WHITE"), data.texts());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("data.txt"), text);
    }
}
