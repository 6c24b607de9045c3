package dev.nextcart.training.churn;

import dev.nextcart.inference.ChurnInstance;
import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.Progress;
import java.time.DateTimeException;
import java.time.LocalDate;

/** What the commands are told of time. */
record ChurnWindow(LocalDate end, int days) {
    /**
     * Checks it against the data.
     *
     * @throws CannotRunException if nothing is known before it, or nothing after
     */
    static ChurnWindow of(LocalDate end, int days, Transactions transactions, Progress progress) {
        LocalDate first = LocalDate.ofEpochDay(transactions.firstDay());
        LocalDate last = LocalDate.ofEpochDay(transactions.lastDay());
        if (!end.isAfter(first) || !end.isBefore(last)) {
            throw new CannotRunException("--calibration-end: " + end + " is not between the first purchase (" + first
                    + ") and the last (" + last + ")");
        }
        if (end.plusDays(days).isAfter(last)) {
            progress.say("the file ends on " + last + ", before the " + days + " days after " + end
                    + " are over: who buys later counts as lost");
        }
        return new ChurnWindow(end, days);
    }

    static LocalDate date(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new CannotRunException(option + ": \"" + text + "\" is no date such as 2011-06-30", e);
        }
    }

    static int days(int days) {
        if (days < 1 || days > ChurnInstance.MAX_HORIZON_DAYS) {
            throw new CannotRunException("--days: " + days + " is not in 1.." + ChurnInstance.MAX_HORIZON_DAYS);
        }
        return days;
    }
}
