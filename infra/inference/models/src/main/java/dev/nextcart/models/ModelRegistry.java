package dev.nextcart.models;

import dev.nextcart.inference.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code models/<task>/<version>/} with the name of the served version in {@code models/<task>/current}. Publishing puts a
 * finished folder in place by one rename and changes {@code current} by another, so a reader sees the old or the new and
 * never a half.
 */
public final class ModelRegistry {
    private static final String CURRENT = "current";

    /** Names of a few dozen bytes. */
    private static final long MAX_POINTER_BYTES = 256;

    private final Path root;

    public ModelRegistry(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** What became of a published version. */
    public record Publication(ModelFolder folder, boolean promoted, String reason) {}

    /** A version that is there: usable, or refused with the reason. */
    public sealed interface Entry {
        String version();

        record Usable(ModelFolder folder) implements Entry {
            @Override
            public String version() {
                return folder.card().version();
            }
        }

        record Refused(String version, String reason) implements Entry {}
    }

    public Path root() {
        return root;
    }

    /** All versions of a task, the newest first, refused ones last. Checks every file's sum. */
    public List<Entry> list(Task task) {
        List<Entry> entries = new ArrayList<>();
        Path folder = folder(task);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> versions = Files.list(folder)) {
                versions.filter(Files::isDirectory)
                        .filter(version -> !version.getFileName().toString().startsWith("."))
                        .map(version -> entry(task, version))
                        .forEach(entries::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        entries.sort(Comparator.comparingLong(ModelRegistry::age).reversed().thenComparing(Entry::version));
        return entries;
    }

    private static long age(Entry entry) {
        return switch (entry) {
            case Entry.Usable it -> it.folder().card().createdAt().toEpochMilli();
            case Entry.Refused it -> Long.MIN_VALUE;
        };
    }

    private Entry entry(Task task, Path version) {
        try {
            return new Entry.Usable(open(task, version.getFileName().toString()));
        } catch (ModelException e) {
            return new Entry.Refused(version.getFileName().toString(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * @throws ModelException if there is no such version, or it cannot be used
     */
    public ModelFolder open(Task task, String version) {
        if (!ModelCard.isVersion(version) || !Files.isDirectory(folder(task).resolve(version))) {
            throw new ModelException("there is no version \"" + version + "\" of " + task.wireName() + " in " + root);
        }
        ModelFolder opened = ModelFolder.open(folder(task).resolve(version));
        if (opened.card().task() != task || !opened.card().version().equals(version)) {
            throw new ModelException(opened.path() + " is not what its place says: its card names "
                    + opened.card().task().wireName() + " " + opened.card().version());
        }
        return opened;
    }

    /** The name of the served version; empty when none was promoted. */
    public Optional<String> current(Task task) {
        Path pointer = folder(task).resolve(CURRENT);
        try {
            if (!Files.isRegularFile(pointer)) {
                return Optional.empty();
            }
            if (Files.size(pointer) > MAX_POINTER_BYTES) {
                throw new ModelException(pointer + " is no version's name");
            }
            return Optional.of(Files.readString(pointer).strip());
        } catch (IOException e) {
            throw new ModelException(pointer + " cannot be read: " + e, e);
        }
    }

    /** An empty folder to make a version in, on the registry's own disk. Left behind by a crash, it is in nobody's way. */
    public Path draft(Task task) {
        try {
            Files.createDirectories(folder(task));
            return Files.createTempDirectory(folder(task), ".draft-");
        } catch (IOException e) {
            throw new ModelException("cannot write in " + folder(task) + ": " + e, e);
        }
    }

    /**
     * Puts a draft in place and, if it beats its baselines and the current version, serves it.
     *
     * @param draft of {@link #draft}, all files in it but {@code model.json}
     * @param card its {@code files} are filled in here
     * @throws ModelException if the version exists already or cannot be written
     */
    public Publication publish(Path draft, ModelCard card) {
        Path place = folder(card.task()).resolve(card.version());
        try {
            if (Files.exists(place)) {
                throw new ModelException(place + " exists already; a version never changes");
            }
            Map<String, String> sums = new TreeMap<>();
            for (String name : ModelFolder.names(draft)) {
                sums.put(name, Digest.sha256(List.of(draft.resolve(name))));
            }
            Files.writeString(draft.resolve(ModelFolder.CARD), ModelCardJson.write(card.with(sums)));
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ModelException("cannot publish " + place + ": " + e, e);
        }
        ModelFolder folder = open(card.task(), card.version());
        Optional<String> against = objection(folder.card());
        if (against.isEmpty()) {
            promote(card.task(), card.version());
        }
        return new Publication(
                folder, against.isEmpty(), against.orElse("it beats its baselines and the current version"));
    }

    private Optional<String> objection(ModelCard card) {
        Metric metric = card.deciding();
        if (Double.isNaN(card.bestBaseline())) {
            return Optional.of("it was compared with no baseline by " + metric.name());
        }
        if (!metric.isBetter(card.decidingValue(), card.bestBaseline())) {
            return Optional.of(metric.name() + " " + card.decidingValue() + " does not beat the best baseline's "
                    + card.bestBaseline());
        }
        Optional<ModelCard> current = usableCurrent(card.task());
        if (current.isPresent()
                && current.get().deciding().equals(metric)
                && current.get().data().sha256().equals(card.data().sha256())
                && !metric.isBetter(card.decidingValue(), current.get().decidingValue())) {
            return Optional.of(metric.name() + " " + card.decidingValue() + " does not beat the "
                    + current.get().decidingValue() + " of the current version "
                    + current.get().version());
        }
        return Optional.empty();
    }

    private Optional<ModelCard> usableCurrent(Task task) {
        try {
            return current(task).map(version -> open(task, version).card());
        } catch (ModelException e) {
            return Optional.empty(); // one that cannot be served is no bar to one that can
        }
    }

    /**
     * Serves this version from now on: an older one by name is a rollback.
     *
     * @throws ModelException if it cannot be used
     */
    public ModelFolder promote(Task task, String version) {
        ModelFolder folder = open(task, version);
        Path pointer = folder(task).resolve(CURRENT);
        try {
            Path next = Files.createTempFile(folder(task), ".current-", "");
            Files.writeString(next, version + "\n");
            move(next, pointer);
        } catch (IOException e) {
            throw new ModelException("cannot write " + pointer + ": " + e, e);
        }
        return folder;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path folder(Task task) {
        return root.resolve(task.wireName());
    }
}
