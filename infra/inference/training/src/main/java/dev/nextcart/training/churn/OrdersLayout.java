package dev.nextcart.training.churn;

import dev.nextcart.training.CannotRunException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Order lines as CSV with the columns InvoiceNo, Quantity, InvoiceDate, UnitPrice and CustomerID, in any order and case;
 * others are passed over. A negative quantity, or an invoice C…, came back. A line without customer is a guest's: nobody
 * whose return could be foretold.
 */
final class OrdersLayout {
    private static final List<String> COLUMNS =
            List.of("InvoiceNo", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID");
    private static final Pattern QUANTITY = Pattern.compile("[+-]?[0-9]{1,9}");
    private static final Pattern PRICE = Pattern.compile("-?[0-9]{1,12}([.][0-9]{1,9})?");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final Path file;
    private final PurchaseCollector collector;

    OrdersLayout(Path file, PurchaseCollector collector) {
        this.file = file;
        this.collector = collector;
    }

    void read(BufferedReader lines) throws IOException {
        try (CSVParser rows = CSVParser.parse(lines, FORMAT)) {
            for (String column : COLUMNS) {
                if (!rows.getHeaderMap().containsKey(column)) {
                    throw wrong(1, "there is no column " + column + " among " + rows.getHeaderNames());
                }
            }
            long before = rows.getCurrentLineNumber();
            for (CSVRecord row : rows) {
                read(before + 1, row);
                before = rows.getCurrentLineNumber();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IllegalArgumentException e) {
            throw new CannotRunException(file + ": line 1: " + e.getMessage(), e);
        }
    }

    private void read(long line, CSVRecord row) {
        if (!row.isConsistent()) {
            throw wrong(line, row.size() + " values, which is not one for each column");
        }
        String invoice = row.get("InvoiceNo");
        String quantity = row.get("Quantity");
        String price = row.get("UnitPrice");
        if (!QUANTITY.matcher(quantity).matches()) {
            throw wrong(line, "Quantity \"" + quantity + "\" is not a whole number");
        }
        if (!PRICE.matcher(price).matches()) {
            throw wrong(line, "UnitPrice \"" + price + "\" is not a decimal number such as 2.55");
        }
        Instant at = instant(line, row.get("InvoiceDate"));
        String shopper = row.get("CustomerID");
        if (shopper.isEmpty()) {
            return;
        }
        long units = Long.parseLong(quantity);
        boolean returned = units < 0 || invoice.toUpperCase(Locale.ROOT).startsWith("C");
        long sign = returned ? -1 : 1;
        long cents = Math.abs(Math.multiplyExact(units, CdnowLayout.cents(price)));
        collector.addLine(shopper, invoice, returned, at, sign * cents, sign * Math.abs(units));
    }

    /** An instant, or the same without its zone, or a day. */
    private Instant instant(long line, String text) {
        String iso = text.replace(' ', 'T');
        try {
            if (iso.endsWith("Z")) {
                return Instant.parse(iso);
            }
            LocalDateTime time = iso.contains("T")
                    ? LocalDateTime.parse(iso)
                    : LocalDate.parse(iso).atStartOfDay();
            return time.toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw wrong(line, "InvoiceDate \"" + text + "\" is no time such as 2010-12-01T08:26:00Z");
        }
    }

    private CannotRunException wrong(long line, String what) {
        return new CannotRunException(file + ": line " + line + ": " + what);
    }
}
