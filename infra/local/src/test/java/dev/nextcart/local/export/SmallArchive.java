package dev.nextcart.local.export;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.wire.EventWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** An archive as delivery streams leave it, and what an export makes of it. */
final class SmallArchive {
    private final Path folder;
    private final Path bucket;
    private int objects;

    SmallArchive(Path folder) {
        this.folder = folder;
        this.bucket = folder.resolve("s3/shop-archive");
    }

    SmallArchive object(String... lines) throws IOException {
        Path day = Files.createDirectories(bucket.resolve("events/day=2026-11-2" + objects % 10));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(day.resolve(++objects + ".jsonl.gz")))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    SmallArchive object(List<? extends ShopEvent> events) throws IOException {
        EventWriter writer = new EventWriter();
        return object(events.stream().map(writer::write).toArray(String[]::new));
    }

    Path path() {
        return folder.resolve("s3");
    }

    Path out() {
        return folder.resolve("out");
    }

    ExportResult export() throws IOException {
        return export(Optional.empty(), Optional.empty());
    }

    ExportResult export(Optional<LocalDate> from, Optional<LocalDate> to) throws IOException {
        return new Export(new ExportOptions(out(), from, to), (step, done, total) -> {}).run(ArchiveFolder.in(path()));
    }

    List<String> lines(String name) throws IOException {
        Path file = out().resolve(name);
        if (!name.endsWith(".gz")) {
            return Files.readAllLines(file);
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
