package dev.nextcart.training.forecast;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Weekly units of each product out of order lines (UCI Online Retail's columns: InvoiceNo, StockCode, Quantity, InvoiceDate,
 * UnitPrice). Weeks of seven days from the first day of any sale, an incomplete last one left out; returns, that is negative
 * quantities, are no demand. A product's series begins with its first sale.
 */
final class OrdersFile {
    /** The price of a week's sales; in a week without any, that of the week before. */
    static final String PRICE = "price";

    private static final int WEEK = 7;
    private static final int DATE_CHARS = 10;

    private OrdersFile() {}

    /** Whether a file's header is that of order lines. */
    static boolean isHeader(String header) {
        return header.contains("InvoiceNo") && header.contains("StockCode");
    }

    /** One product's sales by day. */
    private record Sales(TreeMap<Long, double[]> unitsAndRevenue) {}

    /** @param holdout weeks at the end that are the test */
    static SeriesSet read(Path file, int season, int holdout) throws IOException {
        Map<String, Sales> products = new TreeMap<>();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (TextLines lines = new TextLines(file);
                CSVParser rows = CSVParser.parse(lines.reader(), format)) {
            for (CSVRecord row : rows) {
                String where = file + ", line " + rows.getCurrentLineNumber() + ": ";
                double quantity = number(where, row, "Quantity");
                long day = day(where, row);
                first = Math.min(first, day);
                last = Math.max(last, day);
                if (quantity > 0) {
                    double[] sold = products.computeIfAbsent(row.get("StockCode"), code -> new Sales(new TreeMap<>()))
                            .unitsAndRevenue()
                            .computeIfAbsent(day, each -> new double[2]);
                    sold[0] += quantity;
                    sold[1] += quantity * number(where, row, "UnitPrice");
                }
            }
        }
        int weeks = last < first ? 0 : (int) ((last - first + 1) / WEEK);
        long start = first;
        List<Series> series = products.entrySet().stream()
                .map(each -> series(each.getKey(), each.getValue(), start, weeks))
                .filter(each -> each.train().length > holdout + 2)
                .map(each -> heldOut(each, holdout))
                .toList();
        return new SeriesSet(file.getFileName().toString(), season, holdout, series);
    }

    private static double number(String where, CSVRecord row, String column) {
        try {
            double value = Double.parseDouble(row.get(column));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (IllegalArgumentException notThere) {
            throw new IllegalArgumentException(where + "no number in column " + column, notThere);
        }
        throw new IllegalArgumentException(where + column + " is not finite");
    }

    private static long day(String where, CSVRecord row) {
        String text = row.get("InvoiceDate");
        try {
            return LocalDate.parse(text.substring(0, Math.min(DATE_CHARS, text.length())))
                    .toEpochDay();
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(where + "InvoiceDate '" + text + "' is no ISO date", wrong);
        }
    }

    private static Series series(String product, Sales sales, long start, int weeks) {
        double[] units = new double[weeks];
        double[] prices = new double[weeks];
        sales.unitsAndRevenue().forEach((day, sold) -> {
            int week = (int) ((day - start) / WEEK);
            if (week < weeks) {
                units[week] += sold[0];
                prices[week] += sold[1];
            }
        });
        int from = 0;
        while (from < weeks && units[from] == 0) {
            from++;
        }
        double price = 0;
        for (int week = from; week < weeks; week++) {
            price = units[week] > 0 && prices[week] > 0 ? prices[week] / units[week] : price;
            prices[week] = price;
        }
        return new Series(
                product,
                Arrays.copyOfRange(units, from, weeks),
                new double[0],
                Map.of(PRICE, Arrays.copyOfRange(prices, from, weeks)));
    }

    /** The price of the held-out weeks is the last one before: what they will cost shows only in their sales. */
    private static Series heldOut(Series series, int holdout) {
        Series earlier = series.earlier(holdout);
        double[] prices = series.covariates().getOrDefault(PRICE, new double[0]).clone();
        Arrays.fill(prices, earlier.train().length, prices.length, prices[earlier.train().length - 1]);
        return new Series(series.id(), earlier.train(), earlier.test(), Map.of(PRICE, prices));
    }
}
