package dev.nextcart.training.sentiment;

import dev.nextcart.models.sentiment.NGrams;
import dev.nextcart.models.sentiment.SparseCounts;
import java.util.Arrays;

/** Examples as n-grams, scaled to length 1: only buckets that count have a weight while it is fitted. */
final class SparseScorer implements Logistic.Scorer {
    private final float[] scales;
    private final float[] telling;
    private final int[] place = new int[NGrams.BUCKETS];
    private final int counted;
    private final int[][] places;
    private final float[][] values;

    /**
     * @param texts of all examples
     * @param members those that count here
     * @param scales by which a text's n-grams count before it is made of length 1; buckets of 0 do not count
     * @param telling by which they count afterwards: the larger, the less its weight is held back
     */
    SparseScorer(SparseCounts[] texts, int[] members, float[] scales, float[] telling) {
        this.scales = scales;
        this.telling = telling;
        int next = 0;
        for (int bucket = 0; bucket < scales.length; bucket++) {
            place[bucket] = scales[bucket] > 0 ? next++ : -1;
        }
        counted = next;
        places = new int[members.length][];
        values = new float[members.length][];
        for (int i = 0; i < members.length; i++) {
            add(i, texts[members[i]]);
        }
    }

    private void add(int example, SparseCounts text) {
        int[] at = new int[text.buckets().length];
        float[] value = new float[at.length];
        int kept = 0;
        double squares = 0;
        for (int i = 0; i < at.length; i++) {
            int bucket = text.buckets()[i];
            if (place[bucket] >= 0) {
                double scaled = text.weights()[i] * scales[bucket];
                squares += scaled * scaled;
                at[kept] = place[bucket];
                value[kept++] = (float) scaled * telling[bucket];
            }
        }
        for (int i = 0; i < kept; i++) {
            value[i] /= (float) Math.sqrt(squares);
        }
        places[example] = Arrays.copyOf(at, kept);
        values[example] = Arrays.copyOf(value, kept);
    }

    @Override
    public int weights() {
        return counted;
    }

    @Override
    public double[] scores(double[] weights) {
        double[] scores = new double[places.length];
        for (int example = 0; example < scores.length; example++) {
            for (int i = 0; i < places[example].length; i++) {
                scores[example] += weights[places[example][i]] * values[example][i];
            }
        }
        return scores;
    }

    @Override
    public void gradient(double[] errors, double[] into) {
        Arrays.fill(into, 0, counted, 0);
        for (int example = 0; example < errors.length; example++) {
            for (int i = 0; i < places[example].length; i++) {
                into[places[example][i]] += errors[example] * values[example][i];
            }
        }
    }

    /** One per bucket, for {@link Head}. */
    float[] byBucket(double[] weights) {
        float[] all = new float[NGrams.BUCKETS];
        for (int bucket = 0; bucket < all.length; bucket++) {
            all[bucket] = place[bucket] < 0 ? 0 : (float) weights[place[bucket]] * telling[bucket];
        }
        return all;
    }
}
