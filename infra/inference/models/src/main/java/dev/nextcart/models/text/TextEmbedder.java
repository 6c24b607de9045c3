package dev.nextcart.models.text;

import java.util.List;

/** Texts as vectors that lie close when their meanings do. Safe from many threads. */
public interface TextEmbedder extends AutoCloseable {
    /** How many numbers a vector has. */
    int dimensions();

    /**
     * One vector of length 1 per text, in the same order, so that a dot product is a cosine. A text past the encoder's
     * limit counts up to it; a blank one gives the vector of an empty sentence.
     */
    float[][] embed(List<String> texts);

    @Override
    void close();
}
