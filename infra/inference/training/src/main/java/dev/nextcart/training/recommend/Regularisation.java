package dev.nextcart.training.recommend;

/**
 * What keeps the network from learning its data by heart; all are probabilities or shares, 0 switches one off.
 *
 * @param dropout of embeddings, attention's output and feed-forward's output
 * @param attentionDropout of attention weights
 * @param itemDropout of a whole input item
 * @param labelSmoothing the share of the target spread evenly over the catalogue
 */
record Regularisation(float dropout, float attentionDropout, float itemDropout, float labelSmoothing) {
    static final Regularisation NONE = new Regularisation(0, 0, 0, 0);
}
