package dev.nextcart.local.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Text in columns: the first to the left, the others to the right, as wide as their widest cell. */
final class Grid {
    private static final String GAP = "  ";
    private final List<List<String>> rows = new ArrayList<>();

    Grid(List<String> titles) {
        rows.add(List.copyOf(titles));
    }

    /** @param cells as many as titles */
    void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** The titles, then the rows in the order they came. */
    List<String> lines() {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String space = " ".repeat(widths[column] - row.get(column).length());
            line.append(GAP).append(column == 0 ? row.get(column) + space : space + row.get(column));
        }
        return line.toString().stripTrailing();
    }
}
