package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.Fingerprint;
import dev.nextcart.domain.event.ShopEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which events of one stream a profile has counted, as far back as a repeat can come from.
 *
 * <p>Kept are the {@value #KEPT} newest by (at, fingerprint) within {@link #REACH} of the newest; the floor is the time
 * of the newest ever forgotten. With S the counted set, kept(S) is a newest-k list cut at a maximum and floor(S) the
 * maximum of S less kept(S): what is forgotten once stays forgotten, since both cuts only ever rise. So both are
 * functions of S alone, and order cannot show.
 *
 * <p>An event at or below the floor that is not remembered may be one that was forgotten: only there is it unknown
 * whether counting it would count it twice.
 *
 * @param remembered newest first, at most {@value #KEPT}
 * @param floor when the newest forgotten event occurred; empty while nothing is forgotten
 */
public record Memory(List<Remembered> remembered, Optional<Instant> floor) {
    /** Twice and more the largest batch of a stream (100 records), which a retry delivers again whole. */
    public static final int KEPT = 256;

    /** The longest an SQS queue keeps a message: 14 days (Amazon SQS quotas, read 2026-11). */
    public static final Duration REACH = Duration.ofDays(14);

    static final Memory BLANK = new Memory(List.of(), Optional.empty());
    private static final Comparator<Remembered> ORDER =
            Comparator.comparing(Remembered::at).thenComparing(Remembered::fingerprint, Long::compareUnsigned);

    public Memory {
        remembered = List.copyOf(remembered);
    }

    /** A counted event: when it occurred and the {@link Fingerprint} of its id. */
    public record Remembered(Instant at, long fingerprint) {
        static Remembered of(ShopEvent event) {
            return new Remembered(event.occurredAt(), Fingerprint.of(event.eventId()));
        }
    }

    boolean remembers(ShopEvent event) {
        long fingerprint = Fingerprint.of(event.eventId());
        return remembered.stream().anyMatch(one -> one.fingerprint == fingerprint);
    }

    boolean mayHaveForgotten(ShopEvent event) {
        return floor.isPresent() && !event.occurredAt().isAfter(floor.get());
    }

    Memory with(ShopEvent event) {
        List<Remembered> all = Newest.merge(remembered, List.of(Remembered.of(event)), KEPT + 1, ORDER);
        Instant horizon = all.getFirst().at.minus(REACH);
        int keep = (int) all.stream()
                .limit(KEPT)
                .takeWhile(one -> one.at.isAfter(horizon))
                .count();
        if (keep == all.size()) {
            return new Memory(all, floor);
        }
        Instant forgotten = all.get(keep).at;
        return new Memory(
                all.subList(0, keep),
                floor.filter(before -> before.isAfter(forgotten)).or(() -> Optional.of(forgotten)));
    }
}
