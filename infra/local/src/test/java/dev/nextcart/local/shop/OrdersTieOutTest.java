package dev.nextcart.local.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.ledger.Rollup;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.domain.ledger.Sales;
import dev.nextcart.domain.profile.Amounts;
import dev.nextcart.domain.profile.Profile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What profiles and rollups add up to against figures taken from the file's text. */
class OrdersTieOutTest {
    private static final String SMALL = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            1,A,MUG,6,2010-12-01T08:26:00Z,2.55,17850,United Kingdom
            1,B,"JUG, ""BLUE"" ",2,2010-12-01T08:26:00Z,0.001,17850,United Kingdom
            C2,A,MUG,-1,2010-12-02T08:26:00Z,2.55,17850,United Kingdom
            3,A,MUG,10,2010-12-03T08:26:00Z,2.95,,France
            4,B,Adjust bad debt,1,2010-12-03T09:26:00Z,-11062.06,,France
            5,A,MUG,3,2010-12-04T08:26:00Z,2.55,13047,France
            """;

    @Test
    void a_small_file_ties_out(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), SMALL);

        assertTiesOut(new OrdersFile(file, "GBP").read(), raw(SMALL.lines().toList()));
    }

    @Test
    void the_real_shop_ties_out() throws IOException {
        Path root = Path.of(System.getProperty("nextcart.root", "."));
        Path file = root.resolve("../shared/data/online-retail/orders.csv.gz").normalize();
        assumeTrue(Files.exists(file), "skipped: " + file + " is not on this machine");
        List<String> lines;
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines = text.lines().toList();
        }

        RawOrders raw = raw(lines);

        assertEquals(320_705, raw.rows);
        assertEquals(3_360, raw.customers.size());
        assertEquals(16_374, raw.invoices.size() + raw.returns.size());
        assertTiesOut(new OrdersFile(file, "GBP").read(), raw);
    }

    private static RawOrders raw(List<String> lines) {
        RawOrders raw = new RawOrders();
        lines.stream().skip(1).forEach(raw::add);
        return raw;
    }

    private static void assertTiesOut(Shop shop, RawOrders raw) {
        List<OrderEvent> events = shop.events().stream()
                .filter(OrderEvent.class::isInstance)
                .map(OrderEvent.class::cast)
                .toList();
        assertEquals(
                raw.invoices.size(),
                events.stream().filter(OrderPlaced.class::isInstance).count());
        assertEquals(
                raw.returns.size(),
                events.stream().filter(OrderReturned.class::isInstance).count());
        assertEquals(
                raw.guestInvoices.size(),
                events.stream().filter(event -> event.shopper().isEmpty()).count());

        Sales sales = sales(events);
        assertEquals(raw.rows, sales.lines());
        assertEquals(raw.unitsSold, sales.unitsSold());
        assertEquals(raw.unitsReturned, sales.unitsReturned());
        assertEquals(raw.grossCents(), pounds(sales.sold()));
        assertEquals(raw.netCents(), pounds(sales.sold().minus(sales.returned())));

        List<Profile> profiles = profiles(events);
        assertEquals(raw.customers.size(), profiles.size());
        long counted = profiles.stream().mapToLong(Profile::counted).sum();
        assertEquals(raw.invoices.size() + raw.returns.size() - raw.guestInvoices.size(), counted);
    }

    /** All of it, by way of the rollups a ledger would keep. */
    private static Sales sales(List<OrderEvent> events) {
        TreeMap<DayBucket, List<SaleLine>> buckets = events.stream()
                .flatMap(event -> SaleLine.of(event).stream())
                .collect(Collectors.groupingBy(SaleLine::bucket, TreeMap::new, Collectors.toList()));
        Sales sum = Sales.NONE;
        for (var bucket : buckets.entrySet()) {
            for (Sales sales :
                    Rollup.of(bucket.getKey(), bucket.getValue()).byProduct().values()) {
                sum = new Sales(
                        sum.lines() + sales.lines(),
                        sum.unitsSold() + sales.unitsSold(),
                        plus(sum.sold(), sales.sold()),
                        sum.unitsReturned() + sales.unitsReturned(),
                        plus(sum.returned(), sales.returned()),
                        sum.unitsCancelled() + sales.unitsCancelled(),
                        plus(sum.cancelled(), sales.cancelled()));
            }
        }
        return sum;
    }

    private static List<Profile> profiles(List<OrderEvent> events) {
        List<Profile> profiles = new ArrayList<>();
        events.stream()
                .filter(event -> event.shopper().isPresent())
                .collect(Collectors.groupingBy(
                        ShopEvent::shopper, Collectors.mapping(Function.identity(), Collectors.toList())))
                .forEach((shopper, own) -> profiles.add(Profile.of(shopper.orElseThrow(), own)));
        return profiles;
    }

    private static Amounts plus(Amounts left, Amounts right) {
        Amounts sum = left;
        for (var entry : right.cents().entrySet()) {
            sum = sum.plus(entry.getKey(), entry.getValue());
        }
        return sum;
    }

    private static long pounds(Amounts amounts) {
        return amounts.cents().getOrDefault("GBP", 0L);
    }
}
