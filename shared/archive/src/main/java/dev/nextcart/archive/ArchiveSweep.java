package dev.nextcart.archive;

import dev.nextcart.archive.Checkpoint.Open;
import dev.nextcart.domain.event.ShopperKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Takes out of the archive what landed of erased shoppers after they were erased: Firehose buffers, and retries for days.
 * A sweep goes through the objects that landed since the last one began, and some time before, so that no object falls
 * between the moment the tombstones were listed and the moment the objects were. It goes on where an earlier one ran out
 * of time; two at once only do more work than needed.
 */
public final class ArchiveSweep {
    /** A Lambda function ends within 15 minutes, and no two clocks of S3 are an hour apart. */
    static final Duration OVERLAP = Duration.ofHours(1);

    /** An object lies under the day its first record arrived and may land this much later: a stream's retention, and a day. */
    static final Duration LATEST_LANDING = Duration.ofDays(8);

    private static final String CHECKPOINT = "sweep/checkpoint.json";

    private final S3Client s3;
    private final String bucket;
    private final ArchiveObjects objects;
    private final Executor calls;
    private final Supplier<Set<ShopperKey>> erased;
    private final InstantSource clock;

    /**
     * Says whom to look for.
     *
     * @param calls how many objects are worked on at once
     * @param erased shoppers whose tombstones live
     */
    public ArchiveSweep(
            S3Client s3, String bucket, Executor calls, Supplier<Set<ShopperKey>> erased, InstantSource clock) {
        this.s3 = s3;
        this.bucket = bucket;
        this.objects = new ArchiveObjects(s3, bucket);
        this.calls = calls;
        this.erased = erased;
        this.clock = clock;
    }

    /**
     * What a sweep did.
     *
     * @param tombstones shoppers looked for
     * @param objects read
     * @param removed records taken out
     * @param finished whether it got to the end; otherwise call again
     */
    public record Swept(long tombstones, long objects, long removed, boolean finished) {}

    /**
     * Sweeps as long as there is time.
     *
     * @param hasTime asked before each {@value ArchiveObjects#PAGE_OBJECTS} objects but the first: every call gets further
     * @throws dev.nextcart.domain.event.StoreBusyException when S3 or the tombstones are out of reach; call again
     */
    public Swept sweep(BooleanSupplier hasTime) {
        Checkpoint checkpoint = checkpoint();
        Instant begun = checkpoint.open().map(Open::begun).orElseGet(clock::instant);
        Forgotten.All forgotten = new Forgotten.All(erased.get());
        Pages pages = new Pages(checkpoint.since(), begun, forgotten, hasTime);
        if (!forgotten.keys().isEmpty()) {
            pages.walk(checkpoint.open().map(Open::after));
        }
        if (pages.finished) {
            keep(new Checkpoint(begun, Optional.empty()));
        }
        return new Swept(forgotten.keys().size(), pages.read, pages.removed, pages.finished);
    }

    private Checkpoint checkpoint() {
        return S3Call.orBusy("reading " + CHECKPOINT, () -> {
            try {
                return Checkpoint.of(
                        s3.getObjectAsBytes(get -> get.bucket(bucket).key(CHECKPOINT))
                                .asString(StandardCharsets.UTF_8));
            } catch (NoSuchKeyException e) {
                return Checkpoint.NONE;
            }
        });
    }

    private void keep(Checkpoint checkpoint) {
        S3Call.orBusy(
                "writing " + CHECKPOINT,
                () -> s3.putObject(
                        put -> put.bucket(bucket).key(CHECKPOINT), RequestBody.fromString(checkpoint.text())));
    }

    /** One walk over the objects, in the order of their keys. */
    private final class Pages {
        private final Instant since;
        private final Instant begun;
        private final Forgotten forgotten;
        private final BooleanSupplier hasTime;
        private long read;
        private long removed;
        private boolean begunPages;
        private boolean finished = true;

        Pages(Instant since, Instant begun, Forgotten forgotten, BooleanSupplier hasTime) {
            this.since = since;
            this.begun = begun;
            this.forgotten = forgotten;
            this.hasTime = hasTime;
        }

        void walk(Optional<String> goOnAfter) {
            Comparator<String> order = Comparator.naturalOrder();
            // Failures first: their prefix sorts before the events'.
            for (String prefix : List.of(ArchiveObjects.FAILURES, ArchiveObjects.EVENTS)) {
                if (finished) {
                    String start = prefix.equals(ArchiveObjects.EVENTS) ? firstDay() : prefix;
                    String after = goOnAfter
                            .filter(key -> order.compare(key, start) > 0)
                            .orElse(start);
                    objects.forEachPage(prefix, Optional.of(after), this::page);
                }
            }
        }

        private void page(List<S3Object> page) {
            if (page.isEmpty() || !finished) {
                return;
            }
            if (begunPages && !hasTime.getAsBoolean()) {
                finished = false;
                return;
            }
            begunPages = true;
            List<S3Object> landed = page.stream()
                    .filter(object -> !object.lastModified().isBefore(since.minus(OVERLAP)))
                    .toList();
            removed += AtOnce.sum(landed, calls, object -> objects.erase(object.key(), forgotten));
            read += landed.size();
            keep(new Checkpoint(
                    since, Optional.of(new Open(begun, page.getLast().key()))));
        }

        private String firstDay() {
            if (since.isBefore(Instant.EPOCH.plus(LATEST_LANDING))) {
                return ArchiveObjects.EVENTS;
            }
            LocalDate day = LocalDate.ofInstant(since.minus(LATEST_LANDING), ZoneOffset.UTC);
            return ArchiveObjects.EVENTS + "day=" + day;
        }
    }
}
