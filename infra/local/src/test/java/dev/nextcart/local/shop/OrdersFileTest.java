package dev.nextcart.local.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.Category;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersFileTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir
    private Path folder;

    @Test
    void the_lines_of_an_invoice_become_one_order() throws IOException {
        Shop shop = read("""
                536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01T08:27:00Z,2.55,17850,United Kingdom
                536365,71053,"LANTERN, ""WHITE"" METAL",2,2010-12-01T08:26:00Z,3.39,17850,United Kingdom
                """);

        OrderPlaced order = (OrderPlaced) shop.events().getFirst();
        assertEquals(1, shop.events().size());
        assertEquals("order-536365", order.eventId());
        assertEquals("536365", order.orderId());
        assertEquals(Optional.of(new ShopperId("17850")), order.shopper());
        assertEquals(Instant.parse("2010-12-01T08:26:00Z"), order.occurredAt());
        assertEquals("GBP", order.currency());
        assertEquals(8, order.units());
        assertEquals(6 * 255 + 2 * 339, order.amountCents());
        assertEquals(
                List.of("HOLDER", "METAL"),
                order.lines().stream()
                        .map(line -> line.category().orElseThrow().value())
                        .toList());
        assertEquals("LANTERN, \"WHITE\" METAL", shop.productNames().get(new ProductId("71053")));
    }

    @Test
    void negative_quantities_and_credit_invoices_are_returns() throws IOException {
        Shop shop = read("""
                C536379,D,Discount,-1,2010-12-01T09:41:00Z,27.5,14527,United Kingdom
                902000,22556,PLASTERS,-12,2010-12-01T09:42:00Z,1.65,14527,United Kingdom
                C902001,22556,PLASTERS,3,2010-12-01T09:43:00Z,1.65,14527,United Kingdom
                """);

        assertEquals(
                List.of("return-C536379", "return-902000", "return-C902001"),
                shop.events().stream().map(ShopEvent::eventId).toList());
        assertEquals(
                List.of(1L, 12L, 3L),
                shop.events().stream()
                        .map(event -> ((OrderReturned) event).units())
                        .toList());
    }

    @Test
    void an_invoice_of_both_signs_gives_an_order_and_a_return() throws IOException {
        Shop shop = read("""
                7,A,MUG,2,2010-12-02T10:00:00Z,1.00,1,France
                7,B,JUG,-1,2010-12-01T10:00:00Z,1.00,1,France
                """);

        assertEquals(
                List.of("return-7", "order-7"),
                shop.events().stream().map(ShopEvent::eventId).toList());
    }

    @Test
    void rows_of_an_invoice_may_lie_apart() throws IOException {
        Shop shop = read("""
                1,A,MUG,1,2010-12-01T10:00:00Z,1.00,1,France
                2,A,MUG,1,2010-12-01T11:00:00Z,1.00,2,France
                1,B,JUG,1,2010-12-01T10:00:00Z,1.00,1,France
                """);

        assertEquals(2, shop.events().size());
        assertEquals(2, ((OrderEvent) shop.events().getFirst()).lines().size());
    }

    @Test
    void prices_are_rounded_to_whole_cents_half_to_even_and_may_be_negative() throws IOException {
        Shop shop = read("""
                1,A,,1,2010-12-01T10:00:00Z,0.001,1,France
                1,B,,1,2010-12-01T10:00:00Z,0.125,1,France
                1,C,,1,2010-12-01T10:00:00Z,0.135,1,France
                1,D,,1,2010-12-01T10:00:00Z,-11062.06,1,France
                1,E,,1,2010-12-01T10:00:00Z,3,1,France
                """);

        assertEquals(
                List.of(0L, 12L, 14L, -1_106_206L, 300L),
                ((OrderEvent) shop.events().getFirst())
                        .lines().stream().map(line -> line.unitPriceCents()).toList());
    }

    @Test
    void a_row_without_customer_or_description_is_a_guest_s_of_no_category() throws IOException {
        Shop shop = read("1,A,,1,2010-12-01T10:00:00Z,1,,France\n");

        OrderEvent order = (OrderEvent) shop.events().getFirst();
        assertTrue(order.shopper().isEmpty());
        assertTrue(order.lines().getFirst().category().isEmpty());
        assertEquals(Map.of(), shop.productNames());
    }

    @Test
    void a_product_is_told_of_at_each_new_title_and_at_its_last_sale() throws IOException {
        Shop shop = readAll("""
                3,A,STONE MUG,1,2010-12-03T10:00:00Z,1.20,1,France
                1,A,MUG,1,2010-12-01T10:00:00Z,1.00,1,France
                2,A,MUG,1,2010-12-02T10:00:00Z,1.10,1,France
                4,A,MUG,1,2010-12-04T10:00:00Z,1.30,1,France
                """);

        List<ProductChanged> changes = changes(shop);
        assertEquals(
                List.of("MUG", "STONE MUG", "MUG"),
                changes.stream().map(ProductChanged::title).toList());
        assertEquals(
                List.of(100L, 120L, 130L),
                changes.stream().map(ProductChanged::priceCents).toList());
        assertEquals(Instant.parse("2010-12-03T10:00:00Z"), changes.get(1).occurredAt());
        assertEquals(Optional.of(new Category("MUG")), changes.getFirst().category());
        assertEquals("GBP", changes.getFirst().currency());
        assertTrue(changes.getFirst().stock().isEmpty());
        assertEquals(3, changes.stream().map(ShopEvent::eventId).distinct().count());
    }

    @Test
    void a_product_that_never_changes_is_told_of_once() throws IOException {
        assertEquals(1, changes(readAll("""
                1,A,MUG,1,2010-12-01T10:00:00Z,1.00,1,France
                2,A,MUG,1,2010-12-02T10:00:00Z,1.00,1,France
                """)).size());
    }

    @Test
    void returns_and_rows_without_price_or_description_tell_nothing_of_a_product() throws IOException {
        assertEquals(List.of(), changes(readAll("""
                C1,A,MUG,-1,2010-12-01T10:00:00Z,1.00,1,France
                2,A,,1,2010-12-01T10:00:00Z,1.00,1,France
                3,A,damaged,1,2010-12-01T10:00:00Z,0,,France
                4,A,Adjust bad debt,1,2010-12-01T10:00:00Z,-11062.06,,France
                """)));
    }

    @Test
    void a_product_of_ever_new_titles_is_told_of_in_bounds_and_in_its_last_form() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int day = 1; day <= 30; day++) {
            rows.append("%d,A,MUG %02d,1,2010-11-%02dT10:00:00Z,1.00,1,France%n".formatted(day, day, day));
        }

        List<ProductChanged> changes = changes(readAll(rows.toString()));

        assertEquals(ProductTellings.MAX_TITLES + 1, changes.size());
        assertEquals("MUG 30", Collections.max(changes, ProductChanged.ORDER).title());
    }

    @Test
    void of_two_prices_at_one_moment_the_last_row_stands() throws IOException {
        List<ProductChanged> changes = changes(readAll("""
                1,A,MUG,1,2010-12-01T10:00:00Z,1.00,1,France
                1,A,MUG,12,2010-12-01T10:00:00Z,0.85,1,France
                """));

        assertEquals(85, Collections.max(changes, ProductChanged.ORDER).priceCents());
    }

    private static List<ProductChanged> changes(Shop shop) {
        return shop.events().stream()
                .filter(ProductChanged.class::isInstance)
                .map(ProductChanged.class::cast)
                .toList();
    }

    @Test
    void gzip_and_a_byte_order_mark_and_other_columns_do_not_matter() throws IOException {
        Path file = folder.resolve("orders.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\ufeffExtra,customerid,InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            out.write("x,9,1,A,MUG,1,2010-12-01T10:00:00Z,1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }

        Shop shop = only(OrderEvent.class, new OrdersFile(file, "EUR").read());

        OrderEvent order = (OrderEvent) shop.events().getFirst();
        assertEquals(Optional.of(new ShopperId("9")), order.shopper());
        assertEquals("EUR", order.currency());
    }

    @Test
    void a_bad_value_is_named_by_line_column_value_and_rule() {
        String good = """
                1,A,"MUG
                of two lines",1,2010-12-01T10:00:00Z,1.00,1,France
                """;

        assertComplaint(
                good + "2,A,M,one,2010-12-01T10:00:00Z,1,1,F\n", "line 4, column Quantity: quantity: \"one\" is");
        assertComplaint(
                good + "2,A,M,0,2010-12-01T10:00:00Z,1,1,F\n", "line 4, column Quantity: quantity: 0 is not in");
        assertComplaint(
                "2,A,M,1,12/1/2010 8:26,1,1,F\n", "line 2, column InvoiceDate: date: \"12/1/2010 8:26\" is not");
        assertComplaint(
                "2,A,M,1,2010-12-01T10:00:00Z,\"1,5\",1,F\n", "line 2, column UnitPrice: price: \"1,5\" is not");
        assertComplaint("2,A,M,1,2010-12-01T10:00:00Z,1e99,1,F\n", "line 2, column UnitPrice: price: \"1e99\" is not");
        assertComplaint("2,,M,1,2010-12-01T10:00:00Z,1,1,F\n", "line 2, column StockCode: productId: \"\" has 0");
        assertComplaint(
                ",A,M,1,2010-12-01T10:00:00Z,1,1,F\n", "line 2, column InvoiceNo: invoice number: \"\" is missing");
        assertComplaint(
                "2,A," + "M".repeat(201) + ",1,2010-12-01T10:00:00Z,1,1,F\n",
                "line 2, column Description: title: \"MMM");
        assertComplaint("2,A,M,1\n", "line 2: has 4 values");
        assertComplaint(
                "2,A,M,1,2010-12-01T10:00:00Z,1,1,F\n2,A,M,1,2010-12-01T10:00:00Z,1,8,F\n",
                "line 3, column CustomerID: 8 is not who invoice 2 names on line 2, 1;");
        assertComplaint("2,A,M,1,1999-12-01T10:00:00Z,1,1,F\n", "invoice 2, from line 2: occurredAt: 1999");
    }

    @Test
    void a_file_that_is_no_orders_file_says_so() throws IOException {
        Path latin = folder.resolve("latin.csv");
        Files.write(
                latin, (HEADER + "1,A,CAF\u00c9,1,2010-12-01T10:00:00Z,1,1,F\n").getBytes(StandardCharsets.ISO_8859_1));
        Path columns = Files.writeString(folder.resolve("columns.csv"), "a,b\n1,2\n");

        assertTrue(complaint(latin).contains("is not UTF-8"), complaint(latin));
        assertTrue(complaint(columns).contains("no column InvoiceNo among [a, b]"), complaint(columns));
        assertTrue(complaint(folder.resolve("none.csv")).contains("there is no file"));
    }

    private void assertComplaint(String rows, String expected) {
        String message =
                assertThrows(OrdersFileException.class, () -> read(rows)).getMessage();
        assertTrue(message != null && message.contains(expected), message);
    }

    private static String complaint(Path file) {
        return String.valueOf(assertThrows(OrdersFileException.class, () -> new OrdersFile(file, "GBP").read())
                .getMessage());
    }

    /** Orders and returns only. */
    private Shop read(String rows) throws IOException {
        return only(OrderEvent.class, readAll(rows));
    }

    private Shop readAll(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), HEADER + rows);
        return new OrdersFile(file, "GBP").read();
    }

    private static Shop only(Class<? extends ShopEvent> kind, Shop shop) {
        return new Shop(
                shop.about(), shop.events().stream().filter(kind::isInstance).toList(), shop.productNames());
    }
}
