package dev.nextcart.models.churn;

import java.util.List;

/**
 * What the network sees of a shopper: known at the cut-off, and the same whatever the shop's currency or age. {@code NaN}
 * where there is none (a gap, of one who bought once), which counts as the average.
 */
public enum Feature {
    DAYS_SINCE_LAST_PURCHASE("daysSinceLastPurchase", Scale.LOGARITHM),
    REPEAT_PURCHASES("repeatPurchases", Scale.LOGARITHM),
    TENURE_DAYS("daysSinceFirstPurchase", Scale.LOGARITHM),
    ACTIVE_SHARE("activeShareOfTime", Scale.LINEAR),
    SILENCE_IN_OWN_GAPS("silenceInOwnGaps", Scale.LOGARITHM),
    LAST_GAP_DAYS("daysBetweenLastTwoPurchases", Scale.LOGARITHM),
    MEDIAN_GAP_DAYS("medianDaysBetweenPurchases", Scale.LOGARITHM),
    RECENT_PURCHASES("purchasesOfLateWeighted", Scale.LOGARITHM),
    SEASON_PURCHASES("purchasesOfSeasonWeighted", Scale.LOGARITHM),
    UNITS_A_PURCHASE("unitsPerPurchase", Scale.LOGARITHM),
    CENTS_A_PURCHASE("centsPerPurchase", Scale.LOGARITHM),
    LAST_VALUE_RATIO("lastOrderAgainstOwnMean", Scale.LOGARITHM),
    RETURNED_SHARE("returnedShareOfValue", Scale.LOGARITHM),
    /** Where many buy, odds rise faster with time than where few do: a Poisson stream's rise exponentially. */
    PURCHASES_AT_OWN_RATE("purchasesToComeAtOwnRate", Scale.LOGARITHM),
    /** Time helps those least who have long been silent: where rates differ, (silence / (silence + time))^k are still away. */
    TIME_AGAINST_SILENCE("daysAheadAgainstSilence", Scale.LOGARITHM),
    BG_NBD("bgNbdLogOdds", Scale.LINEAR),
    /** Log-odds rise with the logarithm of time: the log-logistic survival model. Not a reason: see the predictor. */
    HORIZON_DAYS("horizonDays", Scale.LOGARITHM);

    public static final List<Feature> ALL = List.of(values());

    private final String wireName;
    private final Scale scale;

    Feature(String wireName, Scale scale) {
        this.wireName = wireName;
        this.scale = scale;
    }

    /** What is asked of a history. */
    public record Question(BgNbd bgNbd, double horizonDays) {}

    private enum Scale {
        LINEAR,
        LOGARITHM
    }

    /** Half-lives of the weights: what a month, and what a season ago still says. */
    private static final class Decay {
        static final double FAST_DAYS = 30;
        static final double SLOW_DAYS = 120;
    }

    public String wireName() {
        return wireName;
    }

    /** In the unit that the name says. */
    public double value(PurchaseHistory history, Question question) {
        return switch (this) {
            case DAYS_SINCE_LAST_PURCHASE -> history.silentDays();
            case REPEAT_PURCHASES -> history.repeats();
            case TENURE_DAYS -> history.tenureDays();
            case ACTIVE_SHARE ->
                history.repeats() == 0 ? Double.NaN : history.activeDays() / Math.max(1, history.tenureDays());
            case SILENCE_IN_OWN_GAPS ->
                history.repeats() == 0 ? Double.NaN : history.silentDays() / Math.max(1, meanGap(history));
            case LAST_GAP_DAYS -> Gaps.last(history);
            case MEDIAN_GAP_DAYS -> Gaps.median(history);
            case RECENT_PURCHASES -> decayed(history, Decay.FAST_DAYS);
            case SEASON_PURCHASES -> decayed(history, Decay.SLOW_DAYS);
            case UNITS_A_PURCHASE -> units(history.days());
            case CENTS_A_PURCHASE -> history.meanCents();
            case LAST_VALUE_RATIO -> lastValueRatio(history);
            case RETURNED_SHARE -> returnedShare(history);
            case PURCHASES_AT_OWN_RATE -> PurchaseBlend.purchasesAtOwnRate(history, question.horizonDays());
            case TIME_AGAINST_SILENCE -> question.horizonDays() / (history.silentDays() + BgNbd.DAYS_A_WEEK);
            case BG_NBD -> logOdds(question.bgNbd().buysAgain(history, question.horizonDays()));
            case HORIZON_DAYS -> question.horizonDays();
        };
    }

    /** As the network takes it. */
    public double input(PurchaseHistory history, Question question) {
        double plain = value(history, question);
        return scale == Scale.LOGARITHM ? Math.log1p(Math.max(0, plain)) : plain;
    }

    private static double meanGap(PurchaseHistory history) {
        return history.activeDays() / history.repeats();
    }

    private static double decayed(PurchaseHistory history, double halfLifeDays) {
        return history.days().stream()
                .mapToDouble(each -> Math.pow(0.5, (history.asOfDay() - each.day()) / halfLifeDays))
                .sum();
    }

    private static double units(List<PurchaseHistory.Day> days) {
        return days.stream().mapToDouble(PurchaseHistory.Day::units).average().orElse(0);
    }

    private static double lastValueRatio(PurchaseHistory history) {
        return history.repeats() == 0 || history.meanCents() == 0
                ? Double.NaN
                : history.days().getLast().cents() / history.meanCents();
    }

    private static double returnedShare(PurchaseHistory history) {
        double bought = history.meanCents() * history.days().size();
        return bought <= 0 ? 0 : Math.min(1, history.returnedCents() / bought);
    }

    private static double logOdds(double probability) {
        return Math.log(probability / (1 - probability));
    }
}
