package dev.nextcart.training.text;

import dev.nextcart.models.text.SentenceEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * BGE small v1.5 (Xiao et al. 2023, MIT licence) with quantized weights, out of LangChain4j's artifacts: nothing is
 * fetched. Copied into a version's folder, so that the server needs neither the artifacts nor this module.
 */
public enum PretrainedEncoder {
    /** 12 layers, 384 dimensions; 34 MB. */
    ENGLISH("en"),

    /** 4 layers, 512 dimensions; 24 MB. */
    CHINESE("zh");

    private final String language;

    PretrainedEncoder(String language) {
        this.language = language;
    }

    public String language() {
        return language;
    }

    /**
     * @param language primary part of a BCP 47 tag
     */
    public static Optional<PretrainedEncoder> of(String language) {
        return Arrays.stream(values())
                .filter(encoder -> encoder.language.equals(language))
                .findFirst();
    }

    /** Its two files, by the names that the server looks for; files of these names are written over. */
    public SentenceEncoder writeTo(Path folder) throws IOException {
        Path network = folder.resolve(SentenceEncoder.networkName(language));
        Path tokenizer = folder.resolve(SentenceEncoder.tokenizerName(language));
        copy("/bge-small-" + language + "-v1.5-q.onnx", network);
        copy("/bge-small-" + language + "-v1.5-q-tokenizer.json", tokenizer);
        return SentenceEncoder.quantizedBge(network, tokenizer);
    }

    private static void copy(String resource, Path to) throws IOException {
        try (InputStream bytes = PretrainedEncoder.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IOException(resource + " is not on the class path: is LangChain4j's artifact of it there?");
            }
            Files.copy(bytes, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
