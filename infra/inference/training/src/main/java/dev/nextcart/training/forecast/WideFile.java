package dev.nextcart.training.forecast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A series a line: its name, then its values, oldest first; empty cells (or NA) before the first and after the last value are
 * no values. M4's files and UCI's weekly sales; the first line is a header.
 */
final class WideFile {
    private WideFile() {}

    /** @return values by name, in the order of the file */
    static Map<String, double[]> read(Path file) throws IOException {
        Map<String, double[]> series = new LinkedHashMap<>();
        try (TextLines lines = new TextLines(file)) {
            if (lines.next() == null) {
                throw lines.bad("the file is empty");
            }
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank()) {
                    continue;
                }
                String[] cells = line.replace("\"", "").split(",");
                double @Nullable [] earlier = series.put(cells[0].strip(), values(lines, cells));
                if (earlier != null) {
                    throw lines.bad("series '" + cells[0] + "' a second time");
                }
            }
        }
        return series;
    }

    private static double[] values(TextLines lines, String[] cells) {
        int from = 1;
        int to = cells.length;
        while (from < to && absent(cells[from])) {
            from++;
        }
        while (to > from && absent(cells[to - 1])) {
            to--;
        }
        double[] values = new double[to - from];
        for (int cell = from; cell < to; cell++) {
            if (absent(cells[cell])) {
                throw lines.bad(
                        "column " + (cell + 1) + " of series '" + cells[0] + "' has no value between two that have");
            }
            values[cell - from] = lines.number(cells[cell].strip());
        }
        return values;
    }

    private static boolean absent(String cell) {
        return cell.isBlank() || cell.strip().equals("NA");
    }
}
