package dev.nextcart.training.churn;

import dev.nextcart.training.CannotRunException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Where to look ahead from so that every window ends before the calibration does: rolling origins, and a ladder of horizons
 * up to the one asked for or half of the time there is. What is longer is left to the survival form.
 */
record OriginPlan(List<Origin> origins, int longestDays) {
    /** Of each horizon. More overlap more and tell less. */
    private static final int ORIGINS = 8;

    /** Each half of the one before. */
    private static final int RUNGS = 3;

    /**
     * Shoppers are watched at least so much of the time before the first look ahead. Who is known earlier is not like who is
     * known later: a file's first weeks show its regulars.
     */
    private static final double WATCHED = 0.5;

    private static final int LEAST_DAYS = 8;

    /**
     * @param endDay the last one that may be known
     */
    static OriginPlan of(long firstDay, long endDay, int horizonDays) {
        long span = endDay - firstDay;
        if (span < LEAST_DAYS) {
            throw new CannotRunException("from the first purchase on " + LocalDate.ofEpochDay(firstDay) + " to "
                    + LocalDate.ofEpochDay(endDay) + " there are " + span + " days, fewer than " + LEAST_DAYS
                    + ": too few to learn from; take a later --calibration-end");
        }
        int longest = (int) Math.max(1, Math.min(horizonDays, span / 2));
        long earliest = firstDay + Math.max(1, Math.round(span * WATCHED));
        List<Origin> origins = new ArrayList<>();
        int horizon = longest;
        for (int rung = 0; rung < RUNGS && horizon >= 1; rung++, horizon /= 2) {
            int days = horizon;
            long latest = Math.max(earliest, endDay - days);
            LongStream.range(0, ORIGINS)
                    .map(index -> latest - Math.round((latest - earliest) * (double) index / (ORIGINS - 1)))
                    .distinct()
                    .forEach(day -> origins.add(new Origin(day, days)));
        }
        return new OriginPlan(List.copyOf(origins), longest);
    }
}
