package dev.nextcart.local.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ExportTest {
    private static final String FIRST = order("o1", "2026-11-02T10:00:00Z", "ann", "cup", 2, 255);
    private static final String SECOND = order("o2", "2026-11-03T10:00:00Z", "bob", "cup", 1, 250);
    private static final String THIRD = order("o3", "2026-11-04T10:00:00Z", "ann", "tray, \\\"big\\\"", 1, -5);
    private static final String AGAIN = order("o4", "2026-11-12T10:00:00Z", "ann", "cup", 5, 255);
    private static final String RETURN = "{\"eventId\":\"return-o1\",\"type\":\"OrderReturned\","
            + "\"occurredAt\":\"2026-11-05T10:00:00Z\",\"shopperId\":\"ann\",\"orderId\":\"o1\",\"currency\":\"GBP\","
            + "\"lines\":[{\"productId\":\"cup\",\"quantity\":1,\"unitPriceCents\":255}]}";
    private static final String CLICK = "{\"eventId\":\"k1\",\"type\":\"ProductViewed\","
            + "\"occurredAt\":\"2026-11-01T10:00:00Z\",\"shopperId\":\"ann\",\"productId\":\"mug\"}";
    private static final String GUEST = "{\"eventId\":\"order-g1\",\"type\":\"OrderPlaced\","
            + "\"occurredAt\":\"2026-11-02T23:59:59Z\",\"orderId\":\"g1\",\"currency\":\"GBP\","
            + "\"lines\":[{\"productId\":\"cup\",\"quantity\":7,\"unitPriceCents\":100,\"category\":\"CUP\"}]}";

    @TempDir
    private Path folder;

    private SmallArchive archive;

    @BeforeEach
    void newArchive() {
        archive = new SmallArchive(folder);
    }

    @Test
    void each_event_is_in_once_in_the_order_of_time_and_what_is_none_is_counted() throws IOException {
        archive.object(THIRD, FIRST, "{\"eventId\":\"x\",\"type\":\"Nonsense\"}", "no json")
                .object(FIRST, CLICK, SECOND);

        ExportResult result = archive.export();

        assertEquals(7, result.read());
        assertEquals(2, result.invalid());
        assertEquals(1, result.repeated());
        assertEquals(0, result.conflicting());
        assertEquals(4, result.exported());
        assertEquals(Optional.of(Instant.parse("2026-11-01T10:00:00Z")), result.first());
        assertEquals(Optional.of(Instant.parse("2026-11-04T10:00:00Z")), result.last());
        assertEquals(List.of(CLICK, FIRST, SECOND, THIRD), archive.lines("events.jsonl.gz"));
    }

    @Test
    void one_id_is_another_event_for_another_shopper_or_way_in() throws IOException {
        String click = CLICK.replace("k1", "order-o1");
        archive.object(FIRST, FIRST.replace("ann", "cat"), click);

        assertEquals(3, archive.export().exported());
    }

    @Test
    void of_copies_that_differ_the_earliest_stays() throws IOException {
        archive.object(FIRST.replace("T10:", "T11:"), FIRST, FIRST.replace("T10:", "T12:"), FIRST);

        ExportResult result = archive.export();

        assertEquals(3, result.repeated());
        assertEquals(2, result.conflicting());
        assertEquals(List.of(FIRST), archive.lines("events.jsonl.gz"));
    }

    @Test
    void sequences_are_what_each_shopper_bought_each_once_by_number() throws IOException {
        archive.object(AGAIN, THIRD, SECOND, GUEST, FIRST, CLICK, RETURN);

        archive.export();

        assertEquals(List.of("1 1 2", "2 1"), archive.lines("sequences.txt.gz"));
        assertEquals(List.of("user,shopperId", "1,ann", "2,bob"), archive.lines("users.csv"));
        assertEquals(List.of("item,productId", "1,cup", "2,\"tray, \"\"big\"\"\""), archive.lines("items.csv"));
    }

    @Test
    void products_of_one_order_stay_in_the_order_of_its_lines() throws IOException {
        String line = "{\"productId\":\"cup\",\"quantity\":2,\"unitPriceCents\":255}";
        String many = FIRST.replace(line, line.replace("cup", "tray") + "," + line.replace("cup", "jug") + "," + line);
        archive.object(SECOND.replace("2026-11-03", "2026-11-01"), many);

        archive.export();

        assertEquals(List.of("item,productId", "1,cup", "2,tray", "3,jug"), archive.lines("items.csv"));
        assertEquals(List.of("1 1", "2 2 3 1"), archive.lines("sequences.txt.gz"));
    }

    @Test
    void transactions_are_by_shopper_then_time_in_the_layout_of_cdnow() throws IOException {
        archive.object(AGAIN, THIRD, SECOND, GUEST, FIRST, RETURN);

        archive.export();

        assertEquals(
                List.of(
                        "00001 00001 20261102 2 5.10",
                        "00001 00001 20261104 1 -0.05",
                        "00001 00001 20261112 5 12.75",
                        "00002 00002 20261103 1 2.50"),
                archive.lines("transactions.txt.gz"));
    }

    @Test
    void order_lines_have_the_columns_that_a_replay_reads() throws IOException {
        archive.object(RETURN, GUEST, THIRD);

        archive.export();

        assertEquals(
                List.of(
                        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Currency",
                        "g1,cup,CUP,7,2026-11-02T23:59:59Z,1.00,,GBP",
                        "o3,\"tray, \"\"big\"\"\",,1,2026-11-04T10:00:00Z,-0.05,ann,GBP",
                        "o1,cup,,-1,2026-11-05T10:00:00Z,2.55,ann,GBP"),
                archive.lines("orders.csv.gz"));
    }

    @Test
    void demand_counts_guests_and_whole_weeks_and_no_returns() throws IOException {
        // 2 to 12 November are eleven days: one whole week.
        archive.object(AGAIN, THIRD, SECOND, GUEST, FIRST, RETURN, CLICK);

        archive.export();

        assertEquals(
                List.of("Product_Code,W0", "cup,10", "\"tray, \"\"big\"\"\",1"), archive.lines("weekly-sales.csv.gz"));
        assertEquals(
                List.of(
                        "series,type,period,start_year,start_period,n_train,h,train,test",
                        "cup,SALES,DAILY,2026,306,9,2,9 1 0 0 0 0 0 0 0,0 5",
                        "\"tray, \"\"big\"\"\",SALES,DAILY,2026,306,9,2,0 0 1 0 0 0 0 0 0,0 0"),
                archive.lines("daily-sales.csv.gz"));
    }

    @Test
    void days_bound_what_is_exported_by_when_it_occurred() throws IOException {
        archive.object(FIRST, SECOND, THIRD, AGAIN);

        ExportResult result =
                archive.export(Optional.of(LocalDate.parse("2026-11-03")), Optional.of(LocalDate.parse("2026-11-04")));

        assertEquals(2, result.outside());
        assertEquals(List.of(SECOND, THIRD), archive.lines("events.jsonl.gz"));
        assertThrows(
                ExportException.class,
                () -> new ExportOptions(
                        folder,
                        Optional.of(LocalDate.parse("2026-11-03")),
                        Optional.of(LocalDate.parse("2026-11-02"))));
    }

    @Test
    void the_manifest_says_what_is_there_and_the_same_archive_gives_the_same_bytes() throws Exception {
        archive.object(FIRST, SECOND).object(GUEST, RETURN, CLICK);

        ExportResult first = archive.export();
        ExportResult second = archive.export();

        assertEquals(first.files(), second.files());
        JsonNode manifest = new ObjectMapper()
                .readTree(archive.out().resolve("manifest.json").toFile());
        assertEquals(5, manifest.path("events").path("exported").asInt());
        assertEquals("GBP", manifest.path("currencies").path(0).asText());
        assertEquals(8, manifest.path("files").size());
        for (JsonNode file : manifest.path("files")) {
            byte[] bytes =
                    Files.readAllBytes(archive.out().resolve(file.path("name").asText()));
            assertEquals(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
                    file.path("sha256").asText());
        }
        try (Stream<Path> files = Files.list(archive.out())) {
            assertEquals(10, files.count(), "eight files, README.txt, manifest.json and nothing half done");
        }
    }

    @Test
    void an_export_overwrites_an_export_but_nothing_else() throws IOException {
        archive.object(FIRST);
        Files.createDirectories(archive.out());
        Files.writeString(archive.out().resolve("thesis.tex"), "the only copy");

        ExportException refused = assertThrows(ExportException.class, archive::export);

        assertTrue(String.valueOf(refused.getMessage()).contains("holds something that is no export"));
        assertTrue(Files.exists(archive.out().resolve("thesis.tex")));
    }

    @Test
    void no_archive_or_an_empty_one_says_what_to_do() throws IOException {
        Files.createDirectories(archive.path().resolve("shop-archive"));

        String empty = message(archive.path());
        String none = message(folder.resolve("nowhere"));

        assertTrue(empty.contains("is empty") && empty.contains("./nextcart replay"), empty);
        assertTrue(none.contains("no archive") && none.contains("aws s3 sync"), none);
        assertFalse(Files.exists(archive.out()));
    }

    @Test
    void what_is_not_an_event_of_ours_alone_still_makes_an_export() throws IOException {
        archive.object("no json");

        ExportResult result = archive.export();

        assertEquals(0, result.exported());
        assertEquals(List.of("Product_Code"), archive.lines("weekly-sales.csv.gz"));
        assertEquals(List.of(), archive.lines("sequences.txt.gz"));
    }

    @Test
    void a_damaged_object_is_named() throws IOException {
        archive.object(FIRST);
        Path damaged = archive.path().resolve("shop-archive/events/day=2026-11-24/damaged.jsonl.gz");
        Files.createDirectories(damaged.getParent());
        Files.write(damaged, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});

        ExportException refused = assertThrows(ExportException.class, archive::export);

        assertTrue(String.valueOf(refused.getMessage()).contains("damaged.jsonl.gz cannot be read"));
    }

    private static String message(Path archive) {
        return String.valueOf(assertThrows(ExportException.class, () -> ArchiveFolder.in(archive))
                .getMessage());
    }

    private static String order(String id, String at, String shopper, String product, int quantity, long cents) {
        return "{\"eventId\":\"order-" + id + "\",\"type\":\"OrderPlaced\",\"occurredAt\":\"" + at
                + "\",\"shopperId\":\"" + shopper + "\",\"orderId\":\"" + id + "\",\"currency\":\"GBP\","
                + "\"lines\":[{\"productId\":\"" + product + "\",\"quantity\":" + quantity + ",\"unitPriceCents\":"
                + cents + "}]}";
    }
}
