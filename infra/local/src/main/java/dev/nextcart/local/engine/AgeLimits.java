package dev.nextcart.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How old a record may get, looked at before each invocation.
 *
 * @param retention after which the stream itself forgets it
 * @param maximumAge after which the event source gives it up; zero or less means never (AWS: -1)
 */
record AgeLimits(Duration retention, Duration maximumAge) {
    /** How many at the head of the list the stream has forgotten. */
    int expired(List<StreamRecord> records, Instant now) {
        return olderThan(retention, records, now);
    }

    /** How many at the head of the list are to be given up. */
    int tooOld(List<StreamRecord> records, Instant now) {
        return maximumAge.isPositive() ? olderThan(maximumAge, records, now) : 0;
    }

    private static int olderThan(Duration age, List<StreamRecord> records, Instant now) {
        Instant oldestKept = now.minus(age);
        int older = 0;
        while (older < records.size() && records.get(older).arrivedAt().isBefore(oldestKept)) {
            older++;
        }
        return older;
    }
}
