package dev.nextcart.training.sentiment;

import dev.nextcart.training.CannotRunException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Comma-separated with a header that names {@code label} and {@code review} or {@code text}; others are passed over. */
final class CsvReviews {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .get();

    private CsvReviews() {}

    static Reviews read(Path file, BufferedReader lines) throws IOException {
        Reviews.Builder reviews = new Reviews.Builder();
        try (CSVParser rows = FORMAT.parse(lines)) {
            String text = column(file, rows, "review", "text");
            String label = column(file, rows, "label", "sentiment");
            for (CSVRecord row : rows) {
                add(file, rows, row, text, label, reviews);
            }
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new CannotRunException(file + " is not CSV with a header as expected: " + e.getMessage(), e);
        }
        return reviews.build();
    }

    private static void add(Path file, CSVParser rows, CSVRecord row, String text, String label, Reviews.Builder into) {
        if (!row.isConsistent()) {
            throw new CannotRunException(file + ", line " + rows.getCurrentLineNumber() + ": has " + row.size()
                    + " fields, the header " + rows.getHeaderNames().size());
        }
        Optional<Boolean> positive = ReviewFile.label(row.get(label));
        if (positive.isEmpty()) {
            throw new CannotRunException(file + ", line " + rows.getCurrentLineNumber() + ": the label \""
                    + row.get(label) + "\" is not 0 or 1");
        }
        into.add(row.get(text), positive.get());
    }

    private static String column(Path file, CSVParser rows, String... names) {
        return List.of(names).stream()
                .filter(name -> rows.getHeaderNames().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(
                        () -> new CannotRunException(
                                file + ", line 1: has no column \"" + String.join("\" or \"", names)
                                        + "\"; a file of reviews is CSV with label and review, text<TAB>label, or an export's events"));
    }
}
