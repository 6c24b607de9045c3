package dev.nextcart.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A version's folder whose files are those its card names, with the sums it names. A folder is flat and holds data only:
 * ONNX graphs, tables, JSON. Nothing in it is ever run as code.
 *
 * @param path absolute
 */
public record ModelFolder(Path path, ModelCard card) {
    public static final String CARD = "model.json";
    public static final String NETWORK = "model.onnx";

    /** What tools leave beside our files, such as djl-serving's own settings; never read by us. */
    private static final Set<String> PASSED_OVER = Set.of("serving.properties");

    /**
     * Reads and checks a folder.
     *
     * @throws ModelException if anything is missing, foreign or changed
     */
    public static ModelFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        ModelCard card = ModelCardJson.read(path.resolve(CARD));
        try {
            check(path, card);
        } catch (IOException e) {
            throw new ModelException(path + " cannot be read: " + e, e);
        }
        return new ModelFolder(path, card);
    }

    private static void check(Path path, ModelCard card) throws IOException {
        Set<String> there = names(path);
        for (String name : new TreeSet<>(card.files().keySet())) {
            Path file = path.resolve(name);
            if (!path.equals(file.getParent()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new ModelException(
                        path + " is not whole: its file " + name + " is missing, or no plain file in it");
            }
            String sum = Digest.sha256(List.of(file));
            if (!sum.equals(card.files().get(name))) {
                throw new ModelException(file + " is not the file that was published: its SHA-256 is " + sum
                        + ", model.json has " + card.files().get(name));
            }
            there.remove(name);
        }
        if (!there.isEmpty()) {
            throw new ModelException(path + " holds what its model.json does not name: " + there);
        }
    }

    /** All but the card and {@link #PASSED_OVER}. */
    static Set<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(CARD) && !PASSED_OVER.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * @throws ModelException if the card does not name such a file
     */
    public Path file(String name) {
        if (!card.files().containsKey(name)) {
            throw new ModelException(path + " has no " + name);
        }
        return path.resolve(name);
    }
}
