package dev.nextcart.training.sentiment;

import dev.nextcart.models.Digest;
import dev.nextcart.models.sentiment.SparseCounts;
import dev.nextcart.models.sentiment.TextFeatures;
import dev.nextcart.models.text.OnnxTextEmbedder;
import dev.nextcart.models.text.SentenceEncoder;
import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.Progress;
import dev.nextcart.training.text.PretrainedEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes examples of reviews: the slow part of training, some 5 to 10 ms a text, so vectors are kept between runs. */
final class Encoders {
    private static final int TEXTS_A_STEP = 100;
    private static final int TEXTS_A_LINE = 5_000;

    private final Path folder;
    private final Path cache;
    private final Progress progress;

    /**
     * @param folder for the encoders' files
     * @param cache for the vectors
     */
    Encoders(Path folder, Path cache, Progress progress) {
        this.folder = folder;
        this.cache = cache;
        this.progress = progress;
    }

    Examples examples(String language, Reviews reviews) {
        PretrainedEncoder pretrained = PretrainedEncoder.of(language)
                .orElseThrow(() -> new CannotRunException("there is no encoder for the language " + language
                        + ": --language takes en or zh, whichever is nearer"));
        try {
            SentenceEncoder encoder = pretrained.writeTo(folder);
            try (TextFeatures features = new TextFeatures(language, OnnxTextEmbedder.open(encoder));
                    EmbeddingCache kept = new EmbeddingCache(
                            cache, Digest.sha256(List.of(encoder.network())), features.dimensions())) {
                return examples(features, kept, reviews);
            }
        } catch (IOException e) {
            throw new CannotRunException("vectors cannot be kept in " + cache + ": " + e.getMessage(), e);
        }
    }

    private Examples examples(TextFeatures features, EmbeddingCache kept, Reviews reviews) throws IOException {
        List<String> texts = reviews.texts();
        float[][] dense = new float[texts.size()][];
        SparseCounts[] sparse = new SparseCounts[texts.size()];
        progress.begin("encoding", texts.size() / TEXTS_A_STEP);
        for (int i = 0; i < dense.length; i++) {
            String text = texts.get(i);
            float[] vector = kept.get(text).orElse(null);
            if (vector == null) {
                vector = features.dense(List.of(text))[0];
                kept.put(text, vector);
            }
            dense[i] = vector;
            sparse[i] = features.sparse(text);
            if ((i + 1) % TEXTS_A_STEP == 0) {
                progress.step();
            }
            if ((i + 1) % TEXTS_A_LINE == 0) {
                progress.say((i + 1) + " of " + dense.length + " texts encoded");
            }
        }
        progress.end();
        return new Examples(dense, sparse, reviews.labels());
    }
}
