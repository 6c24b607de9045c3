package dev.nextcart.local.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceTableTest {
    private static final Path OURS = Path.of(System.getProperty("nextcart.root"), "infra/prices.json");

    @TempDir
    private Path folder;

    @Test
    void our_table_names_region_date_unit_and_source_of_each_price() {
        PriceTable table = PriceTable.read(OURS);

        assertEquals("us-east-1", table.region());
        assertTrue(LocalDate.parse(table.asOf()).isAfter(LocalDate.parse("2026-01-01")));
        assertEquals(11, table.prices().size());
        table.prices().values().forEach(price -> {
            assertTrue(price.source().startsWith("https://aws.amazon.com/"), price::toString);
            assertTrue(price.usd() > 0 && !price.unit().isEmpty(), price::toString);
        });
    }

    @Test
    void what_is_wrong_with_a_table_is_told() throws IOException {
        assertComplaint("there is no price table", folder.resolve("none.json"));
        assertComplaint("is no JSON", file("{"));
        assertComplaint("lacks a text region", file("{\"prices\":{}}"));
        assertComplaint(
                "price \"a.b\" needs the numbers usd and per",
                file("{\"region\":\"r\",\"asOf\":\"d\",\"prices\":{\"a.b\":{\"usd\":\"1\",\"per\":1}}}"));
        assertComplaint(
                "price a.b: -1.0 USD per 1.0 is no price",
                file("{\"region\":\"r\",\"asOf\":\"d\",\"prices\":{\"a.b\":{\"usd\":-1,\"per\":1,\"unit\":\"u\","
                        + "\"source\":\"s\"}}}"));
        assertComplaint(
                "lacks a text source",
                file("{\"region\":\"r\",\"asOf\":\"d\",\"prices\":{\"a.b\":{\"usd\":1,\"per\":1,\"unit\":\"u\"}}}"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "prices", ".json"), text);
    }

    private static void assertComplaint(String expected, Path file) {
        String message = String.valueOf(
                assertThrows(CostException.class, () -> PriceTable.read(file)).getMessage());
        assertTrue(message.contains(expected), message);
    }
}
