package dev.nextcart.local.export;

import dev.nextcart.archive.RecordReader;
import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.wire.EventReader;
import dev.nextcart.wire.EventWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/** The archive's events, each once: sorted by shopper, way in and id, which is what tells an event from a repeat. */
final class Archived {
    /** A clock that calls nothing early: whether an event was early was for its receiver to say. */
    private static final InstantSource END_OF_TIME = () -> Instant.parse("2100-01-01T00:00:00Z");

    private static final EventReader READER = new EventReader(END_OF_TIME);

    private final EventWriter writer = new EventWriter();
    private final ExportOptions options;
    long read;
    long invalid;
    long outside;
    long repeated;
    long conflicting;

    Archived(ExportOptions options) {
        this.options = options;
    }

    /** Hears each event once. */
    @FunctionalInterface
    interface Each {
        void accept(ShopEvent event, String text) throws IOException;
    }

    void gather(ArchiveFolder archive, ExternalSort into, ExportProgress progress) throws IOException {
        long done = 0;
        for (Path object : archive.objects()) {
            try (InputStream bytes = Files.newInputStream(object);
                    RecordReader records = new RecordReader(bytes)) {
                for (Optional<byte[]> record = records.next(); record.isPresent(); record = records.next()) {
                    gather(new String(record.get(), StandardCharsets.UTF_8), into);
                }
            } catch (IOException e) {
                throw new ExportException(
                        object + " cannot be read: " + e.getMessage()
                                + ". Remove it, or fetch it again, to export the rest",
                        e);
            }
            done += Files.size(object);
            progress.now("Reading", done, archive.bytes());
        }
    }

    private void gather(String record, ExternalSort into) throws IOException {
        if (record.isBlank()) {
            return;
        }
        read++;
        Optional<ShopEvent> event = event(record);
        if (event.isEmpty()) {
            invalid++;
        } else if (!options.includes(event.get())) {
            outside++;
        } else {
            into.add(
                    identity(event.get()),
                    new SortKey()
                            .time(event.get().occurredAt())
                            .text(writer.write(event.get()))
                            .bytes());
        }
    }

    /** Of copies that differ, the earliest stays. */
    void distinct(ExternalSort gathered, Each each) throws IOException {
        byte[][] last = {new byte[0], new byte[0]};
        gathered.forEach((key, value) -> {
            if (Arrays.equals(key, last[0])) {
                repeated++;
                conflicting += Arrays.equals(value, last[1]) ? 0 : 1;
                return;
            }
            last[0] = key;
            last[1] = value;
            String text =
                    new String(value, TIME_BYTES, value.length - TIME_BYTES - TEXT_END_BYTES, StandardCharsets.UTF_8);
            each.accept(READER.read(text), text);
        });
    }

    private static final int TIME_BYTES = 2 * Long.BYTES;
    private static final int TEXT_END_BYTES = 2;

    /** What {@link #distinct} told of. */
    static ShopEvent read(String text) {
        return READER.read(text);
    }

    /** An event id is unique within its way in and its shopper, or the product that it tells of. */
    private static byte[] identity(ShopEvent event) {
        return new SortKey()
                .text(
                        event instanceof ProductChanged change
                                ? change.product().value()
                                : event.shopper().map(ShopperId::value).orElse(""))
                .text(event.stream().name())
                .text(event.eventId())
                .bytes();
    }

    private Optional<ShopEvent> event(String record) {
        try {
            return Optional.of(READER.read(record));
        } catch (InvalidEventException e) {
            return Optional.empty();
        }
    }
}
