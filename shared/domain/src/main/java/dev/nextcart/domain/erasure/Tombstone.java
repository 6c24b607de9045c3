package dev.nextcart.domain.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands in an erased shopper's place: it keeps events that were under way from bringing the shopper back, and
 * knows how far the erasure got.
 *
 * @param erasedAt when it was set up, by the receiver's clock: nothing is counted from then on
 * @param expiresAt when it has outlived all that could still come; then the shopper counts as never seen
 * @param profiles profiles it took the place of: 0 or 1
 * @param survey what lay in the other stores when it was set up, in the order of the walk; empty until they were asked
 * @param finishedAt when all was gone for the first time; empty while something may be left
 */
public record Tombstone(
        Instant erasedAt, Instant expiresAt, long profiles, Optional<List<Gone>> survey, Optional<Instant> finishedAt) {
    /**
     * Longer than anything can be under way: a day of retries on the bus, 14 days in a queue, 14 as a dead letter, the
     * same once more after a redrive (Amazon SQS and EventBridge quotas, read 2026-11) are 57, and a stream keeps its
     * records for 7. And no shorter than the 90 days for which an operator may hold a refused event to mend it.
     */
    public static final Duration LIFE = Duration.ofDays(90);

    /** Asking again for less than this is no reason to write: a redelivery comes minutes later. */
    private static final Duration WORTH_EXTENDING = Duration.ofDays(1);

    private static final String PROFILES = "profiles";

    public Tombstone {
        erasedAt = erasedAt.truncatedTo(ChronoUnit.MILLIS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
        finishedAt = finishedAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
        survey = survey.map(List::copyOf);
    }

    /** How many things of a shopper went from a store. */
    public record Gone(String store, long count) {}

    static Tombstone at(Instant now, long profiles) {
        return new Tombstone(now, now.plus(LIFE), profiles, Optional.empty(), Optional.empty());
    }

    /** Whether it still keeps the shopper away. */
    public boolean lives(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** The same, asked for again: it lives its whole life from now. */
    Tombstone askedAgain(Instant now) {
        Instant until = now.plus(LIFE);
        return until.isBefore(expiresAt.plus(WORTH_EXTENDING))
                ? this
                : new Tombstone(erasedAt, until, profiles, survey, finishedAt);
    }

    Tombstone surveyed(List<Gone> found) {
        return survey.isPresent() ? this : new Tombstone(erasedAt, expiresAt, profiles, Optional.of(found), finishedAt);
    }

    Tombstone finished(Instant now) {
        return finishedAt.isPresent() ? this : new Tombstone(erasedAt, expiresAt, profiles, survey, Optional.of(now));
    }

    /** What went from where, the profile first. */
    List<Gone> gone() {
        return Stream.concat(
                        Stream.of(new Gone(PROFILES, profiles)), survey.stream().flatMap(List::stream))
                .toList();
    }
}
