package dev.nextcart.local.cli;

import dev.nextcart.local.client.CloudFile;
import dev.nextcart.local.export.ArchiveFolder;
import dev.nextcart.local.export.Export;
import dev.nextcart.local.export.ExportOptions;
import dev.nextcart.local.export.ExportProgress;
import dev.nextcart.local.export.ExportResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./nextcart export}. */
@Command(
        name = "export",
        description = {
            "Makes of the archive what training reads: shopper sequences, order lines, transactions, demand series and the"
                    + " events themselves, each event once and in the order of time. A README.txt beside them tells the"
                    + " formats, a manifest.json counts and SHA-256 sums.",
            "",
            "Reads the running cloud's archive, else what the last one left, else --archive. Needs some 200 MB of memory"
                    + " and 150 bytes for each shopper and product, whatever the archive's size, and in DIR three times"
                    + " the events' size on disk while it works.",
            ""
        })
final class ExportCommand implements Callable<Integer> {
    private final Screen screen;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the files, new or of an earlier export")
    @SuppressWarnings("NullAway.Init") // picocli sets it: it is required
    private Path out;

    @Option(names = "--from", paramLabel = "DAY", description = "First day (UTC, 2026-11-24) on which events occurred")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day, included")
    private @Nullable LocalDate to;

    @Option(
            names = "--archive",
            paramLabel = "FOLDER",
            description = "A copy of the archive instead: aws s3 sync s3://BUCKET/events FOLDER/events")
    private @Nullable Path archive;

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    ExportCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        json.check();
        ExportOptions options = new ExportOptions(out, Optional.ofNullable(from), Optional.ofNullable(to));
        ArchiveFolder folder = ArchiveFolder.in(archive == null ? ofTheCloud() : archive);
        Instant start = Instant.now();
        ExportResult result = watched(options, folder);
        Duration took = Duration.between(start, Instant.now());
        new ExportPage(screen).print(result, out, took);
        json.write(() -> ExportPage.json(result, took));
        return Exit.OK;
    }

    /** What was settled before we asked lies there when this returns. */
    private Path ofTheCloud() {
        Optional<CloudFile> running = CloudFile.find(state.folder());
        if (running.isPresent()) {
            try (Connection cloud = new Connection(running.get())) {
                cloud.awaitRest();
                cloud.client().flushArchive();
            }
        }
        return running.map(CloudFile::objects).orElseGet(() -> state.folder().resolve("s3"));
    }

    private ExportResult watched(ExportOptions options, ArchiveFolder folder) throws IOException {
        if (!screen.isTerminal()) {
            ExportProgress lines = new ExportLines(InstantSource.system(), screen::note);
            return new Export(options, lines).run(folder);
        }
        try (ExportBar bar = new ExportBar()) {
            return new Export(options, bar).run(folder);
        }
    }
}
