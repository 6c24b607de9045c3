package dev.nextcart.models.churn;

import java.util.List;
import java.util.stream.IntStream;

/** Days from one buying day to the next; {@code NaN} where there is but one. */
final class Gaps {
    private Gaps() {}

    static double last(PurchaseHistory history) {
        List<PurchaseHistory.Day> days = history.days();
        return days.size() < 2
                ? Double.NaN
                : days.getLast().day() - days.get(days.size() - 2).day();
    }

    static double median(PurchaseHistory history) {
        List<PurchaseHistory.Day> days = history.days();
        if (days.size() < 2) {
            return Double.NaN;
        }
        double[] gaps = IntStream.range(1, days.size())
                .mapToDouble(
                        index -> days.get(index).day() - days.get(index - 1).day())
                .sorted()
                .toArray();
        return (gaps[(gaps.length - 1) / 2] + gaps[gaps.length / 2]) / 2;
    }
}
