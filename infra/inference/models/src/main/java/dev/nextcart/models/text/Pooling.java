package dev.nextcart.models.text;

import java.util.Arrays;

/** How the vectors of a text's tokens become one. */
public enum Pooling {
    /** That of the first token, which BGE was trained to make the sentence's (Xiao et al. 2023, C-Pack, section 4). */
    FIRST_TOKEN,

    /** The mean over all tokens (up to its length, which is made 1), as in Sentence-BERT (Reimers and Gurevych 2019). */
    MEAN,

    /** The largest value of each dimension over all tokens: one strong word is enough. */
    LARGEST;

    /**
     * One text's vector.
     *
     * @param states the tokens' vectors one after another
     * @param from where the text's first token begins
     * @param tokens how many it has; padding after them is not looked at
     */
    float[] pool(float[] states, int from, int tokens, int dimensions) {
        float[] pooled = Arrays.copyOfRange(states, from, from + dimensions);
        int counted = this == FIRST_TOKEN ? 1 : tokens;
        for (int at = from + dimensions; at < from + counted * dimensions; at++) {
            int dimension = (at - from) % dimensions;
            pooled[dimension] =
                    this == LARGEST ? Math.max(pooled[dimension], states[at]) : pooled[dimension] + states[at];
        }
        return pooled;
    }
}
