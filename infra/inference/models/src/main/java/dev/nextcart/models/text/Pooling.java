package dev.nextcart.models.text;

/** How the vectors of a text's tokens become one. */
public enum Pooling {
    /** That of the first token, which BGE was trained to make the sentence's (Xiao et al. 2023, C-Pack, section 4). */
    FIRST_TOKEN,

    /** The mean over all tokens, as in Sentence-BERT (Reimers and Gurevych 2019). */
    MEAN;

    /**
     * Adds one text's vector to {@code into}.
     *
     * @param states the tokens' vectors one after another
     * @param from where the text's first token begins
     * @param tokens how many it has; padding after them is not looked at
     */
    void add(float[] states, int from, int tokens, float[] into) {
        int counted = this == FIRST_TOKEN ? 1 : tokens;
        for (int token = 0; token < counted; token++) {
            for (int i = 0; i < into.length; i++) {
                into[i] += states[from + token * into.length + i] / counted;
            }
        }
    }
}
