package dev.nextcart.local.export;

import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.local.export.ExportResult.Written;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Units ordered of each product, guests' orders included, returns not taken off: {@code weekly-sales.csv.gz} in the columns
 * of UCI's weekly sales (weeks of seven days from the first day of any sale; an incomplete last week is left out), and
 * {@code daily-sales.csv.gz} in those of M3's series, the last days set apart as a test.
 */
final class SalesFiles implements Sink {
    /** Four weeks: every weekday four times. */
    private static final int TEST_DAYS = 28;

    /** Of a short history no more than a quarter. */
    private static final int TEST_SHARE = 4;

    private static final int WEEK = 7;

    private final ExternalSort sold;
    private final OutFile weekly;
    private final OutFile daily;
    private long firstDay = Long.MAX_VALUE;
    private long lastDay = Long.MIN_VALUE;

    SalesFiles(Path out, Path scratch) throws IOException {
        this.sold = new ExternalSort(scratch);
        this.weekly = new OutFile(out, "weekly-sales.csv.gz");
        this.daily = new OutFile(out, "daily-sales.csv.gz");
    }

    @Override
    public void take(ShopEvent event, String text) throws IOException {
        if (event instanceof OrderPlaced order) {
            long day = LocalDate.ofInstant(order.occurredAt(), ZoneOffset.UTC).toEpochDay();
            firstDay = Math.min(firstDay, day);
            lastDay = Math.max(lastDay, day);
            for (OrderLine line : order.lines()) {
                byte[] product = line.product().value().getBytes(StandardCharsets.UTF_8);
                // The name stands at the end of the key, its length at the start of the value, to be read back.
                sold.add(
                        new SortKey().text(line.product().value()).number(day).bytes(),
                        ByteBuffer.allocate(Long.BYTES + product.length)
                                .putLong(line.quantity())
                                .put(product)
                                .array());
            }
        }
    }

    @Override
    public List<Written> finish() throws IOException {
        int days = lastDay < firstDay ? 0 : Math.toIntExact(lastDay - firstDay + 1);
        headers(days / WEEK);
        Series series = new Series(days);
        sold.forEach((key, value) -> {
            ByteBuffer read = ByteBuffer.wrap(value);
            long units = read.getLong();
            String product = StandardCharsets.UTF_8.decode(read).toString();
            if (!product.equals(series.product)) {
                series.write();
                series.begin(product);
            }
            series.units[Math.toIntExact(SortKey.numberAt(key, key.length - Long.BYTES) - firstDay)] += units;
        });
        series.write();
        return List.of(weekly.finish(), daily.finish());
    }

    private void headers(int weeks) throws IOException {
        StringBuilder header = new StringBuilder("Product_Code");
        for (int week = 0; week < weeks; week++) {
            header.append(",W").append(week);
        }
        weekly.header(header);
        daily.header("series,type,period,start_year,start_period,n_train,h,train,test");
    }

    @Override
    public void close() throws IOException {
        sold.close();
        weekly.close();
        daily.close();
    }

    /** One product's units, day by day. */
    private final class Series {
        private final long[] units;
        private String product = "";

        Series(int days) {
            units = new long[days];
        }

        void begin(String next) {
            product = next;
            Arrays.fill(units, 0);
        }

        void write() throws IOException {
            if (product.isEmpty()) {
                return;
            }
            int weeks = units.length / WEEK;
            Object[] row = new Object[weeks + 1];
            row[0] = product;
            for (int week = 0; week < weeks; week++) {
                row[week + 1] = sum(week * WEEK, (week + 1) * WEEK);
            }
            weekly.row(Csv.line(row));
            LocalDate start = LocalDate.ofEpochDay(firstDay);
            int test = Math.min(TEST_DAYS, units.length / TEST_SHARE);
            int train = units.length - test;
            daily.row(Csv.line(
                    product,
                    "SALES",
                    "DAILY",
                    start.getYear(),
                    start.getDayOfYear(),
                    train,
                    test,
                    text(0, train),
                    text(train, units.length)));
        }

        private long sum(int from, int to) {
            return Arrays.stream(units, from, to).sum();
        }

        private String text(int from, int to) {
            return Arrays.stream(units, from, to).mapToObj(Long::toString).collect(Collectors.joining(" "));
        }
    }
}
