package dev.nextcart.archive;

import dev.nextcart.wire.NamedShoppers;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Of archived events: gzipped lines. */
final class EventScrubbing implements Scrubbing {
    private final NamedShoppers named = new NamedShoppers();

    @Override
    public Kept keep(InputStream object, Forgotten forgotten, Path to) throws IOException {
        long kept = 0;
        long removed = 0;
        try (RecordReader records = new RecordReader(object);
                OutputStream out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            for (Optional<byte[]> record = records.next(); record.isPresent(); record = records.next()) {
                if (forgotten.isNamedBy(record.get(), named)) {
                    removed++;
                } else {
                    kept++;
                    out.write(record.get());
                }
            }
        }
        return new Kept(to, kept, removed);
    }

    @Override
    public long count(InputStream object, Forgotten forgotten) throws IOException {
        long count = 0;
        try (RecordReader records = new RecordReader(object)) {
            for (Optional<byte[]> record = records.next(); record.isPresent(); record = records.next()) {
                count += forgotten.isNamedBy(record.get(), named) ? 1 : 0;
            }
        }
        return count;
    }
}
