package dev.nextcart.local.export;

import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.local.export.ExportResult.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An export: the archive's valid events, sorted twice on disk (once to find repeats, once by time), told to all files in
 * one pass. Memory: five sorts of at most {@value ExternalSort#CHUNK_BYTES} bytes, a few of them at a time, plus the
 * numbers of shoppers and products. The same archive gives the same bytes. One use each.
 */
public final class Export {
    private final ExportOptions options;
    private final ExportProgress progress;
    private final SortedSet<String> currencies = new TreeSet<>();
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();
    private long distinct;
    private long told;

    public Export(ExportOptions options, ExportProgress progress) {
        this.options = options;
        this.progress = progress;
    }

    /** @throws ExportException when the archive is damaged, or the folder holds something else */
    public ExportResult run(ArchiveFolder archive) throws IOException {
        OutFolder out = OutFolder.prepare(options.out());
        Path scratch = Files.createTempDirectory(out.folder(), ".sorting-");
        Archived archived = new Archived(options);
        try {
            List<Written> files = write(archive, archived, out.folder(), scratch);
            ExportResult result = new ExportResult(
                    archived.read,
                    archived.invalid,
                    archived.outside,
                    archived.repeated,
                    archived.conflicting,
                    distinct,
                    first,
                    last,
                    currencies,
                    files);
            out.describe(result, options);
            return result;
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private List<Written> write(ArchiveFolder archive, Archived archived, Path out, Path scratch) throws IOException {
        try (ExternalSort byTime = new ExternalSort(scratch)) {
            try (ExternalSort byIdentity = new ExternalSort(scratch)) {
                archived.gather(archive, byIdentity, progress);
                archived.distinct(byIdentity, (event, text) -> {
                    byTime.add(time(event), text.getBytes(StandardCharsets.UTF_8));
                    distinct++;
                });
            }
            try (EventsFile events = new EventsFile(out);
                    OrderLinesFile orders = new OrderLinesFile(out);
                    PurchaseFiles purchases = new PurchaseFiles(out, scratch);
                    SalesFiles sales = new SalesFiles(out, scratch)) {
                List<Sink> sinks = List.of(events, orders, purchases, sales);
                byTime.forEach((key, text) -> tell(new String(text, StandardCharsets.UTF_8), sinks));
                List<Written> files = new ArrayList<>();
                for (Sink sink : sinks) {
                    files.addAll(sink.finish());
                }
                return files;
            }
        }
    }

    private void tell(String text, List<Sink> sinks) throws IOException {
        ShopEvent event = Archived.read(text);
        first = first.or(() -> Optional.of(event.occurredAt()));
        last = Optional.of(event.occurredAt());
        if (event instanceof OrderEvent order) {
            currencies.add(order.currency());
        }
        for (Sink sink : sinks) {
            sink.take(event, text);
        }
        told++;
        progress.now("Writing", told, distinct);
    }

    /** By time, then id; what shares both by shopper and way in, so that the order is always the same. */
    private static byte[] time(ShopEvent event) {
        return new SortKey()
                .time(event.occurredAt())
                .text(event.eventId())
                .text(event.shopper().map(shopper -> shopper.value()).orElse(""))
                .text(event.stream().name())
                .bytes();
    }
}
