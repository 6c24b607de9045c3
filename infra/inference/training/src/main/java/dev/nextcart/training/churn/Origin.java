package dev.nextcart.training.churn;

import java.time.LocalDate;

/**
 * A point in time from which to look ahead.
 *
 * @param day the last one that is known, since 1970-01-01
 * @param horizonDays the days after it
 */
record Origin(long day, int horizonDays) {
    /** The last day of the window. */
    long until() {
        return day + horizonDays;
    }

    @Override
    public String toString() {
        return LocalDate.ofEpochDay(day) + "+" + horizonDays;
    }
}
