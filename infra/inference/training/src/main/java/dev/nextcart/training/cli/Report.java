package dev.nextcart.training.cli;

import dev.nextcart.inference.Task;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an evaluation found on test data.
 *
 * @param data file names
 * @param model what was evaluated; {@code none} for baselines alone
 * @param metrics name to value; empty for baselines alone
 * @param baselines name to metric to value, on the same data
 */
public record Report(
        Task task,
        String data,
        String model,
        Map<String, Double> metrics,
        Map<String, Map<String, Double>> baselines,
        long seed,
        double trainSeconds) {
    private static final int NAME_CHARS = 24;

    /** A table for people: a line per method, a column per metric, the model last. */
    public String table() {
        Set<String> columns = new TreeSet<>(metrics.keySet());
        baselines.values().forEach(values -> columns.addAll(values.keySet()));
        StringBuilder table = new StringBuilder(
                line("", columns.stream().collect(Collectors.toMap(each -> each, each -> each)), columns));
        baselines.forEach((name, values) -> table.append(line(name, figures(values), columns)));
        if (!metrics.isEmpty()) {
            table.append(line(model, figures(metrics), columns));
        }
        return table.toString();
    }

    private static Map<String, String> figures(Map<String, Double> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> String.format(Locale.ROOT, "%.4f", each.getValue())));
    }

    private static String line(String name, Map<String, String> cells, Set<String> columns) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-" + NAME_CHARS + "s", name));
        for (String column : columns) {
            int width = Math.max(column.length(), 10) + 2;
            line.append(String.format(Locale.ROOT, "%" + width + "s", cells.getOrDefault(column, "-")));
        }
        return line.append(System.lineSeparator()).toString();
    }
}
