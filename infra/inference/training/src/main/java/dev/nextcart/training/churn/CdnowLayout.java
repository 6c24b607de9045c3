package dev.nextcart.training.churn;

import dev.nextcart.inference.Purchase;
import dev.nextcart.training.CannotRunException;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/**
 * Columns divided by spaces: id, id within the sample, yyyymmdd, units, value; the whole of CDNOW has them without the
 * second. <a href="https://www.brucehardie.com/datasets/">brucehardie.com/datasets</a>.
 */
final class CdnowLayout {
    private static final int COLUMNS = 5;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern UNITS = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern VALUE = Pattern.compile("-?[0-9]{1,12}([.][0-9]{1,9})?");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final Path file;
    private final PurchaseCollector collector;

    CdnowLayout(Path file, PurchaseCollector collector) {
        this.file = file;
        this.collector = collector;
    }

    void read(BufferedReader lines) throws IOException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                read(number, SPACES.split(line.strip()));
            }
        }
    }

    private void read(int line, String[] cells) {
        if (cells.length != COLUMNS && cells.length != COLUMNS - 1) {
            throw wrong(line, cells.length + " columns; expected are id, sample id, yyyymmdd, units, value");
        }
        String value = cells[cells.length - 1];
        String units = cells[cells.length - 2];
        String date = cells[cells.length - 3];
        if (!UNITS.matcher(units).matches()) {
            throw wrong(line, "units \"" + units + "\" are not a whole number");
        }
        if (!VALUE.matcher(value).matches()) {
            throw wrong(line, "value \"" + value + "\" is not a decimal number such as 29.33");
        }
        collector.add(cells[0], new Purchase(instant(line, date), cents(value), Integer.parseInt(units)));
    }

    private Instant instant(int line, String date) {
        try {
            return LocalDate.parse(date, DATE).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw wrong(line, "date \"" + date + "\" is no day written as 19970118");
        }
    }

    static long cents(String decimal) {
        return new BigDecimal(decimal)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private CannotRunException wrong(int line, String what) {
        return new CannotRunException(file + ": line " + line + ": " + what);
    }
}
