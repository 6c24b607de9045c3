package dev.nextcart.training.recommend;

import dev.nextcart.models.recommend.History;
import java.util.List;

/**
 * How a network is trained. {@link #fitting} sets each by the data's size and density and by nothing else, so that data of
 * another shop needs no tuning.
 *
 * @param peakRate the learning rate after the warm-up, from where it falls as a cosine to a twentieth
 * @param batchTargets about how many items are predicted per step
 * @param sampled how many items beside the targets stand for the catalogue; 0 for all
 * @param patience epochs without a better NDCG@10 until training stops
 */
record Settings(
        NetworkShape shape,
        Regularisation regularisation,
        double peakRate,
        int batchTargets,
        int sampled,
        int epochs,
        int patience) {
    /** Width, layers and heads as DuoRec's SASRec has them; others were not tried. */
    private static final int WIDTH = 64;

    private static final int LAYERS = 2;
    private static final int HEADS = 2;

    /** Twice SASRec's, made safe by the warm-up and the falling rate; others were not compared. */
    private static final double PEAK_RATE = 2e-3;

    private static final int BATCH_TARGETS = 1024;

    /** Above this many items the softmax is sampled: an epoch of Beauty took 7 seconds of processor time for a full one's 19. */
    private static final int FULL_SOFTMAX_ITEMS = 4_000;

    private static final int SAMPLED = 1_500;

    /** What a run costs does not hang on the data's size: so many steps, within so many epochs. */
    private static final int STEPS = 13_000;

    private static final int MIN_EPOCHS = 12;
    private static final int MAX_EPOCHS = 200;
    /** Counted in steps, too: an epoch of a small shop is soon over, and its figures jump. */
    private static final int PATIENCE_STEPS = 1_500;

    private static final int MIN_PATIENCE = 10;
    private static final int MAX_PATIENCE = 40;

    private static final int MIN_LENGTH = 10;
    private static final int MAX_LENGTH = 100;

    /** Nearly all histories are seen whole. */
    private static final double WHOLE = 0.97;

    static Settings fitting(int catalogue, List<History> histories) {
        long interactions = histories.stream().mapToLong(History::size).sum();
        int[] lengths = histories.stream().mapToInt(History::size).sorted().toArray();
        int usual = lengths[(int) (WHOLE * (lengths.length - 1))];
        int length = Math.clamp(usual, MIN_LENGTH, MAX_LENGTH);
        long steps = Math.max(1, interactions / BATCH_TARGETS);
        return new Settings(
                new NetworkShape(catalogue, WIDTH, LAYERS, HEADS, length),
                regularisation(interactions / (double) catalogue),
                PEAK_RATE,
                BATCH_TARGETS,
                catalogue > FULL_SOFTMAX_ITEMS ? SAMPLED : 0,
                Math.clamp(STEPS / steps, MIN_EPOCHS, MAX_EPOCHS),
                Math.clamp(PATIENCE_STEPS / steps, MIN_PATIENCE, MAX_PATIENCE));
    }

    /** The fewer times an item is seen, the more is dropped. Only the first row is measured (Beauty, Sports, LastFM). */
    private static Regularisation regularisation(double seenPerItem) {
        if (seenPerItem < 40) {
            return new Regularisation(0.5f, 0.3f, 0.1f, 0);
        }
        return seenPerItem < 120 ? new Regularisation(0.35f, 0.2f, 0.1f, 0) : new Regularisation(0.2f, 0.1f, 0.05f, 0);
    }

    Settings withEpochs(int count) {
        return new Settings(shape, regularisation, peakRate, batchTargets, sampled, count, patience);
    }

    Settings withRate(double rate) {
        return new Settings(shape, regularisation, rate, batchTargets, sampled, epochs, patience);
    }
}
