package dev.nextcart.training.recommend;

import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.Unpacked;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What is written about items, out of a CSV file with a header: an orders file ({@code StockCode}, {@code Description}) or a
 * list ({@code productId} or {@code item}, {@code title} or {@code text}). The last text of an item counts.
 */
final class ItemTexts {
    private static final List<String> IDS = List.of("StockCode", "productId", "itemId", "item");
    private static final List<String> TEXTS = List.of("Description", "text", "title", "name");

    /** As the contract's texts. */
    private static final int MAX_CHARS = 2_000;

    private ItemTexts() {}

    /**
     * @throws CannotRunException for a file that cannot be read, or that has no such columns
     */
    static Map<String, String> read(Path file) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream bytes = Unpacked.open(file);
                CSVParser rows = CSVParser.parse(
                        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)), format)) {
            String id = column(rows, IDS, file);
            String text = column(rows, TEXTS, file);
            Map<String, String> texts = new HashMap<>();
            for (CSVRecord row : rows) {
                if (!row.isSet(id) || !row.isSet(text)) {
                    throw new CannotRunException(
                            file + ", line " + rows.getCurrentLineNumber() + ": has no " + id + " or no " + text);
                }
                String written = row.get(text).strip();
                if (!written.isEmpty()) {
                    texts.put(row.get(id), written.substring(0, Math.min(MAX_CHARS, written.length())));
                }
            }
            return texts;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new CannotRunException(file + " cannot be read as CSV: " + e.getMessage(), e);
        }
    }

    private static String column(CSVParser rows, List<String> names, Path file) {
        Optional<String> found =
                names.stream().filter(rows.getHeaderNames()::contains).findFirst();
        return found.orElseThrow(() ->
                new CannotRunException(file + " has none of the columns " + names + ": " + rows.getHeaderNames()));
    }
}
