package dev.nextcart.training.recommend;

import dev.nextcart.models.text.LanguageDetector;
import dev.nextcart.models.text.OnnxTextEmbedder;
import dev.nextcart.training.text.PretrainedEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The encoder of a version's item texts, written into its folder: Chinese for Chinese texts, English for all others, where
 * it still tells words apart.
 */
final class ItemEncoder implements Function<String, float[]>, AutoCloseable {
    /** Titles are short, and many together tell their language. */
    private static final int TEXTS = 100;

    private final PretrainedEncoder pretrained;
    private final OnnxTextEmbedder embedder;

    private ItemEncoder(PretrainedEncoder pretrained, OnnxTextEmbedder embedder) {
        this.pretrained = pretrained;
        this.embedder = embedder;
    }

    /** Empty if too few items of the data have a text; nothing is written then. */
    static Optional<ItemEncoder> of(SequenceData data, Path folder) throws IOException {
        List<String> texts = data.catalogue().stream()
                .filter(data.texts()::containsKey)
                .map(id -> data.texts().getOrDefault(id, ""))
                .toList();
        if (texts.size() < RecommendExport.MIN_TEXTS) {
            return Optional.empty();
        }
        String together = texts.stream().limit(TEXTS).collect(Collectors.joining(" "));
        PretrainedEncoder pretrained = PretrainedEncoder.of(
                        LanguageDetector.detect(together).primary())
                .orElse(PretrainedEncoder.ENGLISH);
        return Optional.of(new ItemEncoder(pretrained, OnnxTextEmbedder.open(pretrained.writeTo(folder))));
    }

    String language() {
        return pretrained.language();
    }

    @Override
    public float[] apply(String text) {
        return embedder.embed(List.of(text))[0];
    }

    @Override
    public void close() {
        embedder.close();
    }
}
