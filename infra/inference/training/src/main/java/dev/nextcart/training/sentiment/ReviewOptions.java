package dev.nextcart.training.sentiment;

import dev.nextcart.models.text.LanguageDetector;
import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.Progress;
import dev.nextcart.training.text.PretrainedEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What training and evaluation of sentiment share. */
public final class ReviewOptions {
    /** A file's language shows in so many of its reviews. */
    private static final int LOOKED_AT = 2_000;

    @Option(names = "--language", paramLabel = "TAG", description = "Of the reviews: en or zh (default: detected)")
    private @Nullable String language;

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            description = "Keeps the encoder's vectors, 1 GiB at most an encoder (default: nextcart-vectors among the"
                    + " system's temporary files)")
    private Path cache = Path.of(System.getProperty("java.io.tmpdir"), "nextcart-vectors");

    Optional<String> given() {
        return Optional.ofNullable(language);
    }

    /** The language given, or that of most of the texts. */
    String language(Reviews reviews) {
        if (language != null) {
            return language;
        }
        Map<String, Long> found = reviews.texts().stream()
                .limit(LOOKED_AT)
                .map(text -> LanguageDetector.detect(text).primary())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        String most = found.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("und");
        if (PretrainedEncoder.of(most).isEmpty()) {
            throw new CannotRunException("most of these reviews are in the language \"" + most
                    + "\", for which there is no encoder: --language takes en or zh, whichever is nearer");
        }
        return most;
    }

    /** Work with encoders in a folder of their own, which is gone afterwards. */
    <T> T withEncoders(Progress progress, Function<Encoders, T> work) {
        try {
            Path folder = Files.createTempDirectory("nextcart-encoders");
            try {
                return work.apply(new Encoders(folder, cache, progress));
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new CannotRunException("cannot write among the temporary files: " + e.getMessage(), e);
        }
    }

    Encoders encoders(Path folder, Progress progress) {
        return new Encoders(folder, cache, progress);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
