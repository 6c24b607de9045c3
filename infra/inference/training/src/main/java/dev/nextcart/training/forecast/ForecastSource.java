package dev.nextcart.training.forecast;

import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.cli.CommonOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What both forecast commands take to know rhythm and horizon. */
final class ForecastSource {
    private static final int LONGEST = 366;

    @Option(
            names = "--season",
            defaultValue = "1",
            paramLabel = "M",
            description = "Periods in a season: 24 for hours, 12 for months, 1 for none (default: ${DEFAULT-VALUE})")
    private int season = 1;

    @Option(
            names = {"--horizon", "--holdout"},
            paramLabel = "H",
            description = "Periods to forecast; of files without a test part as many are held out (default: the file's"
                    + " longest test, else 4)")
    private @Nullable Integer horizon;

    /**
     * @param files one of series or order lines, or M4's train and test
     * @throws CannotRunException with file and line if one cannot be read
     */
    SeriesSet read(List<Path> files) {
        if (season < 1 || season > LONGEST || (horizon != null && (horizon < 1 || horizon > LONGEST))) {
            throw new CannotRunException("--season and --horizon must be 1.." + LONGEST);
        }
        CommonOptions.checkReadable(files);
        try {
            if (files.size() == 2) {
                return SeriesFiles.read(files.getFirst(), files.getLast(), season);
            }
            if (files.size() == 1) {
                return one(files.getFirst());
            }
        } catch (IllegalArgumentException | IOException wrong) {
            throw new CannotRunException(String.valueOf(wrong.getMessage()), wrong);
        }
        throw new CannotRunException(
                "give one file of series or orders, or two in M4's layout (train, then test), not " + files.size());
    }

    private SeriesSet one(Path file) throws IOException {
        String header;
        try (TextLines lines = new TextLines(file)) {
            header = lines.next();
        }
        OptionalInt wanted = horizon == null ? OptionalInt.empty() : OptionalInt.of(horizon);
        return header != null && OrdersFile.isHeader(header)
                ? OrdersFile.read(file, season, wanted.orElse(SeriesFiles.USUAL_HOLDOUT))
                : SeriesFiles.read(file, season, wanted);
    }
}
