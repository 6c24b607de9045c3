package dev.nextcart.training.sentiment;

/**
 * One hidden layer over the encoder's vector: {@code max(0, vector . first + bias) . second}.
 *
 * @param first width x units, row by row
 * @param bias per unit
 * @param second per unit
 */
@SuppressWarnings("ArrayRecordComponent") // not copied; nobody compares them
record Hidden(float[] first, float[] bias, float[] second) {
    /** Adds nothing. */
    static final Hidden NONE = new Hidden(new float[0], new float[0], new float[0]);

    int units() {
        return bias.length;
    }

    double score(float[] vector) {
        int units = units();
        float[] sums = bias.clone();
        for (int i = 0; i < vector.length && units > 0; i++) {
            for (int unit = 0; unit < units; unit++) {
                sums[unit] += vector[i] * first[i * units + unit];
            }
        }
        double score = 0;
        for (int unit = 0; unit < units; unit++) {
            score += Math.max(0, sums[unit]) * second[unit];
        }
        return score;
    }

    Hidden times(double share) {
        float[] scaled = new float[second.length];
        for (int unit = 0; unit < scaled.length; unit++) {
            scaled[unit] = (float) (second[unit] * share);
        }
        return new Hidden(first, bias, scaled);
    }
}
