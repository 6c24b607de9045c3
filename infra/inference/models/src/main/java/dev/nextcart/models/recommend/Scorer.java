package dev.nextcart.models.recommend;

import java.util.Arrays;
import java.util.List;

/** Scores each item of the catalogue as a shopper's next. */
@FunctionalInterface
public interface Scorer {
    /**
     * @param history not empty
     * @param scores overwritten, one per item; higher is better
     */
    void score(History history, float[] scores);

    /** The same for everybody: how often each item occurs, as a share of all. */
    static Scorer popularity(float[] shares) {
        return (history, scores) -> System.arraycopy(shares, 0, scores, 0, shares.length);
    }

    /** The last item's rules. */
    static Scorer rules(Neighbours rules) {
        return (history, scores) -> {
            Arrays.fill(scores, 0);
            rules.add(history.last(), 1, scores);
        };
    }

    /** The sum over the newest items, each counting less by {@code decay} than the one after it. */
    static Scorer decayed(Neighbours neighbours, float decay, int newest) {
        return (history, scores) -> {
            Arrays.fill(scores, 0);
            float weight = 1;
            int[] items = history.items();
            for (int at = items.length - 1; at >= Math.max(0, items.length - newest); at--) {
                neighbours.add(items[at], weight, scores);
                weight *= decay;
            }
        };
    }

    static float[] shares(List<History> histories, int catalogue) {
        float[] shares = new float[catalogue];
        long total = 0;
        for (History history : histories) {
            for (int item : history.items()) {
                shares[item]++;
                total++;
            }
        }
        for (int item = 0; item < catalogue; item++) {
            shares[item] /= total;
        }
        return shares;
    }
}
