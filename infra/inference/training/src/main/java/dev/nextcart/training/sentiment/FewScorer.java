package dev.nextcart.training.sentiment;

/** Examples as the scores that a few parts gave them. */
final class FewScorer implements Logistic.Scorer {
    private final double[][] byPart;
    private final boolean[] used;

    /**
     * @param byPart parts x examples
     * @param used parts that have a weight other than 0
     */
    FewScorer(double[][] byPart, boolean[] used) {
        this.byPart = byPart;
        this.used = used;
    }

    @Override
    public int weights() {
        return byPart.length;
    }

    @Override
    public double[] scores(double[] weights) {
        double[] scores = new double[byPart[0].length];
        for (int part = 0; part < byPart.length; part++) {
            for (int i = 0; used[part] && i < scores.length; i++) {
                scores[i] += weights[part] * byPart[part][i];
            }
        }
        return scores;
    }

    @Override
    public void gradient(double[] errors, double[] into) {
        for (int part = 0; part < byPart.length; part++) {
            into[part] = 0;
            for (int i = 0; used[part] && i < errors.length; i++) {
                into[part] += errors[i] * byPart[part][i];
            }
        }
    }
}
