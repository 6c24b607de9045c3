package dev.nextcart.models.sentiment;

import dev.nextcart.models.text.OnnxTextEmbedder;
import dev.nextcart.models.text.Pooling;
import java.util.List;

/** What the head of a language sees of a text; the same code in training and when served. */
public final class TextFeatures implements AutoCloseable {
    /**
     * Pooled in three ways: for Chinese reviews the first token's vector alone foretold .911 of the labels, with the mean
     * .915, with the largest .920 (validation, 2026-11-25); for English all were alike.
     */
    private static final List<Pooling> POOLINGS = List.of(Pooling.FIRST_TOKEN, Pooling.MEAN, Pooling.LARGEST);

    private final OnnxTextEmbedder embedder;
    private final NGrams grams;

    public TextFeatures(String language, OnnxTextEmbedder embedder) {
        this.embedder = embedder;
        this.grams = NGrams.of(language);
    }

    /** How many numbers {@link #dense} gives a text. */
    public int dimensions() {
        return POOLINGS.size() * embedder.dimensions();
    }

    public float[][] dense(List<String> texts) {
        return embedder.embed(texts, POOLINGS);
    }

    public SparseCounts sparse(String text) {
        return SparseCounts.of(grams, text);
    }

    @Override
    public void close() {
        embedder.close();
    }
}
