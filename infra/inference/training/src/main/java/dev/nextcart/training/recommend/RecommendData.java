package dev.nextcart.training.recommend;

import dev.nextcart.training.CannotRunException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a file of histories, whichever of the two formats it has, and what is known of the items beside it. */
final class RecommendData {
    private RecommendData() {}

    /**
     * @param files exactly one
     * @param texts CSV files, maybe none
     * @throws CannotRunException for what cannot be read
     */
    static SequenceData read(List<Path> files, List<Path> texts) {
        if (files.size() != 1) {
            throw new CannotRunException("One file of histories at a time, not " + names(files) + "; join them first");
        }
        Path file = files.getFirst();
        SequenceData data = isJson(file) ? EventsFile.read(file) : SequenceFile.read(file);
        Map<String, String> written = new HashMap<>(data.texts());
        texts.forEach(each -> written.putAll(ItemTexts.read(each)));
        return new SequenceData(data.catalogue(), data.histories(), written);
    }

    private static boolean isJson(Path file) {
        try (TextLines lines = new TextLines(file)) {
            @Nullable String first = lines.next();
            return first != null && first.startsWith("{");
        }
    }

    static String names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
    }
}
