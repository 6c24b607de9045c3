package dev.nextcart.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelRegistry.Entry;
import dev.nextcart.models.ModelRegistry.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path folder;

    private ModelRegistry registry = new ModelRegistry(Path.of("nowhere"));

    @BeforeEach
    void open() {
        registry = new ModelRegistry(folder);
    }

    @Test
    void a_version_that_beats_its_baselines_is_served() throws IOException {
        Publication first = publish("first", 0.8, "data");

        assertTrue(first.promoted(), first.reason());
        assertEquals(Optional.of("first"), registry.current(Task.CHURN));
        assertEquals("weights of first", Files.readString(first.folder().file("weights.bin")));
    }

    @Test
    void a_version_no_better_than_a_baseline_is_kept_but_not_served() throws IOException {
        Publication weak = publish("weak", 0.7, "data");

        assertFalse(weak.promoted());
        assertTrue(weak.reason().contains("does not beat the best baseline's 0.7"), weak.reason());
        assertEquals(Optional.empty(), registry.current(Task.CHURN));
    }

    @Test
    void on_the_same_data_only_a_better_version_takes_over() throws IOException {
        publish("first", 0.8, "data");

        Publication worse = publish("worse", 0.79, "data");
        Publication better = publish("better", 0.81, "data");

        assertFalse(worse.promoted());
        assertTrue(better.promoted());
        assertEquals(Optional.of("better"), registry.current(Task.CHURN));
    }

    @Test
    void figures_of_other_data_are_no_bar() throws IOException {
        publish("first", 0.9, "last month's");

        assertTrue(publish("second", 0.8, "this month's").promoted());
    }

    @Test
    void an_older_version_is_served_again_by_name() throws IOException {
        publish("first", 0.8, "data");
        publish("second", 0.9, "data");

        registry.promote(Task.CHURN, "first");

        assertEquals(Optional.of("first"), registry.current(Task.CHURN));
        assertThrows(ModelException.class, () -> registry.promote(Task.CHURN, "../first"));
        assertThrows(ModelException.class, () -> registry.promote(Task.CHURN, "third"));
    }

    @Test
    void a_version_never_changes() throws IOException {
        publish("first", 0.8, "data");

        assertThrows(ModelException.class, () -> publish("first", 0.9, "data"));
    }

    @Test
    void damaged_foreign_and_unreadable_versions_are_refused_with_the_reason() throws IOException {
        Path damaged = publish("damaged", 0.8, "data").folder().path();
        Files.writeString(damaged.resolve("weights.bin"), "other");
        Path foreign = publish("foreign", 0.8, "data").folder().path();
        Files.writeString(foreign.resolve("Run.class"), "code");
        Path missing = publish("missing", 0.8, "data").folder().path();
        Files.delete(missing.resolve("weights.bin"));
        Path moved = publish("moved", 0.8, "data").folder().path();
        Files.move(moved, moved.resolveSibling("renamed"));
        Files.createDirectories(folder.resolve("churn/empty"));
        Files.createDirectories(folder.resolve("churn/other"));
        Files.writeString(folder.resolve("churn/other/model.json"), "{\"format\":2}");

        List<Entry> entries = registry.list(Task.CHURN);

        assertRefused(entries, "damaged", "is not the file that was published");
        assertRefused(entries, "foreign", "does not name: [Run.class]");
        assertRefused(entries, "missing", "its file weights.bin is missing");
        assertRefused(entries, "renamed", "is not what its place says");
        assertRefused(entries, "empty", "has no model.json");
        assertRefused(entries, "other", "format is 2");
        assertEquals(6, entries.size());
    }

    private static void assertRefused(List<Entry> entries, String version, String reason) {
        Entry entry = entries.stream()
                .filter(each -> each.version().equals(version))
                .findFirst()
                .orElseThrow();
        assertTrue(entry instanceof Entry.Refused refused && refused.reason().contains(reason), entry::toString);
    }

    @Test
    void a_card_is_read_as_it_was_written() throws IOException {
        Publication published = publish("first", 0.8, "data");

        ModelCard read = registry.open(Task.CHURN, "first").card();

        assertEquals(published.folder().card(), read);
        assertEquals(0.8, read.decidingValue());
        assertEquals(0.7, read.bestBaseline());
        assertEquals(NOON, read.data().from().orElseThrow());
    }

    private Publication publish(String version, double auc, String data) throws IOException {
        Path draft = registry.draft(Task.CHURN);
        Files.writeString(draft.resolve("weights.bin"), "weights of " + version);
        return registry.publish(
                draft,
                new ModelCard(
                        Task.CHURN,
                        version,
                        NOON,
                        new ModelCard.Data("transactions", data, Optional.of(NOON), Optional.empty()),
                        Metric.higher("AUC"),
                        Map.of("AUC", auc),
                        Map.of("recency", Map.of("AUC", 0.7), "frequency", Map.of("AUC", 0.6)),
                        Map.of(),
                        1e-6,
                        1,
                        12.5,
                        JsonNodeFactory.instance.objectNode().put("horizonDays", 60)));
    }
}
