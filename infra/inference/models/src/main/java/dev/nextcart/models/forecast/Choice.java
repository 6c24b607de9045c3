package dev.nextcart.models.forecast;

import java.util.List;
import java.util.Map;

/**
 * Which blend serves one history: the best over all series on validation, unless the history's own last windows speak against
 * it. One window says little of one series, so its word is shrunk: candidates are compared by {@code log(loss over all) +
 * trust * (log(own loss) - mean of log(own loss) over all)}. The mean takes out that the network has seen those windows.
 *
 * @param candidates the first is the best over all
 * @param trust 0..1 in a series' own windows, chosen on validation; 0 for none
 */
public record Choice(List<Candidate> candidates, double trust) {
    /**
     * @param record logarithm of its loss over all validation windows, relative to the first candidate's
     * @param usual mean over series of the logarithm of its loss in their own windows, relative to the first candidate's
     */
    public record Candidate(Blend blend, double record, double usual) {}

    public Choice {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("no candidate to choose from");
        }
    }

    /** Whether a history's own windows are looked at. */
    public boolean looksBack() {
        return trust > 0 && candidates.size() > 1;
    }

    /** @param ownLosses of each candidate in the history's own windows; empty when there are none */
    public Blend best(List<Double> ownLosses) {
        if (!looksBack() || ownLosses.isEmpty() || !(ownLosses.getFirst() > 0)) {
            return candidates.getFirst().blend();
        }
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int index = 0; index < candidates.size(); index++) {
            Candidate candidate = candidates.get(index);
            double own = Math.log(Math.max(ownLosses.get(index) / ownLosses.getFirst(), 1e-3));
            double score = candidate.record() + trust * (own - candidate.usual());
            if (score < least) {
                least = score;
                best = index;
            }
        }
        return candidates.get(best).blend();
    }

    /** @return mean absolute error of each candidate */
    public List<Double> losses(Map<String, double[]> forecasts, double[] actual) {
        return candidates.stream()
                .map(candidate -> {
                    double[] forecast = candidate.blend().of(forecasts);
                    double sum = 0;
                    for (int step = 0; step < actual.length; step++) {
                        sum += Math.abs(actual[step] - forecast[step]);
                    }
                    return sum / actual.length;
                })
                .toList();
    }
}
