package dev.nextcart.training.forecast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Series out of files, plain or gzip: M3's columns, M4's pair of files, or a wide file whose last periods are held out. */
final class SeriesFiles {
    /** Held out of a wide file, unless told: the four weeks of the protocol of weekly sales. */
    static final int USUAL_HOLDOUT = 4;

    private static final int SHORTEST = 2;

    /** M3's columns; any other holds a covariate: a value for each period of train and test, parted by blanks. */
    private static final Set<String> PLAIN_COLUMNS =
            Set.of("series", "type", "period", "start_year", "start_period", "n_train", "h", "train", "test");

    private SeriesFiles() {}

    /**
     * @param file columns series, train and test by name (values within a cell parted by blanks), or a wide file
     * @param horizon periods to forecast; else the longest test in the file, else {@value #USUAL_HOLDOUT}
     */
    static SeriesSet read(Path file, int season, OptionalInt horizon) throws IOException {
        List<Series> series = new ArrayList<>();
        try (TextLines lines = new TextLines(file)) {
            String header = lines.next();
            List<String> columns = header == null
                    ? List.of()
                    : Arrays.asList(
                            header.toLowerCase(Locale.ROOT).replace("\"", "").split(",", -1));
            if (!columns.contains("train") || !columns.contains("series")) {
                return heldOut(file, WideFile.read(file), season, horizon.orElse(USUAL_HOLDOUT));
            }
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    series.add(series(lines, columns, line.replace("\"", "").split(",", -1)));
                }
            }
        }
        int longest = series.stream().mapToInt(each -> each.test().length).max().orElse(0);
        if (longest == 0 || horizon.orElse(longest) > longest) {
            int held = horizon.orElse(USUAL_HOLDOUT);
            List<Series> again = series.stream()
                    .filter(each -> each.train().length + each.test().length >= held + SHORTEST)
                    .map(each -> new Series(each.id(), joined(each), new double[0], each.covariates()).earlier(held))
                    .toList();
            return new SeriesSet(file.getFileName().toString(), season, held, again);
        }
        int kept = horizon.orElse(longest);
        return new SeriesSet(
                file.getFileName().toString(),
                season,
                kept,
                series.stream()
                        .filter(each -> each.train().length >= SHORTEST)
                        .map(each -> new Series(
                                each.id(),
                                each.train(),
                                Arrays.copyOf(each.test(), Math.min(kept, each.test().length)),
                                each.covariates()))
                        .toList());
    }

    /** M4's layout: the values of a series in two files, by its name. */
    static SeriesSet read(Path train, Path test, int season) throws IOException {
        Map<String, double[]> before = WideFile.read(train);
        Map<String, double[]> after = WideFile.read(test);
        List<Series> series = new ArrayList<>();
        before.forEach((id, values) -> {
            double[] expected = after.getOrDefault(id, new double[0]);
            if (values.length >= SHORTEST && expected.length > 0) {
                series.add(new Series(id, values, expected, Map.of()));
            }
        });
        int horizon = series.stream().mapToInt(each -> each.test().length).max().orElse(0);
        return new SeriesSet(train.getFileName() + " + " + test.getFileName(), season, horizon, series);
    }

    /** The last periods of each series as its test; series too short for it are left out. */
    static SeriesSet heldOut(Path file, Map<String, double[]> whole, int season, int horizon) {
        List<Series> series = new ArrayList<>();
        whole.forEach((id, values) -> {
            if (values.length >= horizon + SHORTEST) {
                series.add(new Series(id, values, new double[0], Map.of()).earlier(horizon));
            }
        });
        return new SeriesSet(file.getFileName().toString(), season, horizon, series);
    }

    private static Series series(TextLines lines, List<String> columns, String[] cells) {
        if (cells.length != columns.size()) {
            throw lines.bad(cells.length + " columns where the header has " + columns.size());
        }
        int test = columns.indexOf("test");
        double[] before = values(lines, cells[columns.indexOf("train")]);
        double[] after = test < 0 ? new double[0] : values(lines, cells[test]);
        Map<String, double[]> covariates = new HashMap<>();
        for (int column = 0; column < cells.length; column++) {
            if (!PLAIN_COLUMNS.contains(columns.get(column))) {
                double[] values = values(lines, cells[column]);
                if (values.length != before.length + after.length) {
                    throw lines.bad("covariate '" + columns.get(column) + "' has " + values.length
                            + " values, train and test have " + (before.length + after.length));
                }
                covariates.put(columns.get(column), values);
            }
        }
        return new Series(cells[columns.indexOf("series")].strip(), before, after, covariates);
    }

    private static double[] values(TextLines lines, String cell) {
        return cell.isBlank()
                ? new double[0]
                : Arrays.stream(cell.strip().split(" +"))
                        .mapToDouble(lines::number)
                        .toArray();
    }

    private static double[] joined(Series series) {
        double[] whole = Arrays.copyOf(series.train(), series.train().length + series.test().length);
        System.arraycopy(series.test(), 0, whole, series.train().length, series.test().length);
        return whole;
    }
}
