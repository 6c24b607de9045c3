package dev.nextcart.training.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.inference.Interaction;
import dev.nextcart.inference.NewItem;
import dev.nextcart.inference.Outcome;
import dev.nextcart.inference.RecommendInstance;
import dev.nextcart.inference.Recommendations;
import dev.nextcart.inference.Recommendations.Reason.Kind;
import dev.nextcart.inference.Recommendations.Recommended;
import dev.nextcart.models.ModelException;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.recommend.RecommendPredictor;
import dev.nextcart.models.recommend.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small shop's model, from training to the answer. */
class RecommendPredictorTest {
    @TempDir
    static Path root;

    private static ModelFolder folder;
    private static RecommendPredictor predictor;

    @BeforeAll
    static void train() throws IOException {
        folder = SmallShop.published(root);
        predictor = RecommendPredictor.open(folder, SmallShop.EMBEDDER);
    }

    @AfterAll
    static void close() {
        predictor.close();
    }

    @Test
    void what_usually_comes_next_comes_first_with_its_reason() {
        Recommendations answer = answer(asking(10, "t2-0", "t2-1"));

        Recommended first = answer.items().getFirst();
        assertEquals("t2-2", first.itemId());
        assertTrue(first.reason().itemIds().contains("t2-1"));
        assertTrue(answer.method().startsWith("transformer"));
        assertEquals(10, answer.items().size());
    }

    @Test
    void the_network_is_nearly_the_same_when_served() {
        assertTrue(
                folder.card().parity() < 1e-4, () -> "parity " + folder.card().parity());
        assertTrue(folder.card().metrics().getOrDefault("network HR@10", 0.0) > 0.8);
    }

    @Test
    void scores_fall_and_no_item_comes_twice() {
        List<Recommended> items = answer(asking(40, "t2-0", "t2-1")).items();

        for (int place = 1; place < items.size(); place++) {
            assertTrue(items.get(place - 1).score() >= items.get(place).score());
        }
        assertEquals(
                items.size(), items.stream().map(Recommended::itemId).distinct().count());
    }

    @Test
    void an_empty_or_unknown_history_is_answered_by_popularity_and_says_so() {
        Recommendations empty = answer(asking(5));
        Recommendations unknown = answer(asking(5, "never-heard-of"));

        assertEquals("popularity", empty.method());
        assertEquals(empty.items(), unknown.items());
        assertEquals(1, unknown.unknown());
        assertEquals(Kind.POPULAR, empty.items().getFirst().reason().kind());
    }

    @Test
    void excluded_and_seen_items_do_not_come() {
        RecommendInstance instance =
                new RecommendInstance(history("t2-0", "t2-1"), 500, Set.of("t2-2", "unknown"), true, List.of());
        RecommendInstance seenToo = new RecommendInstance(history("t2-0", "t2-1"), 500, Set.of(), false, List.of());

        Set<String> ids = ids(answer(instance));

        assertEquals(SmallShop.THEMES * SmallShop.PER_THEME - 3, ids.size());
        assertFalse(ids.contains("t2-0") || ids.contains("t2-1") || ids.contains("t2-2"));
        assertTrue(ids(answer(seenToo)).containsAll(Set.of("t2-0", "t2-1")));
    }

    @Test
    void in_a_batch_each_is_answered_as_if_alone() {
        List<RecommendInstance> instances = new ArrayList<>();
        for (int index = 0; index < 150; index++) {
            String[] ids = new String[index % 7];
            Arrays.setAll(ids, place -> SmallShop.id(place % 2, place + 3));
            instances.add(asking(1 + index % 20, ids));
        }

        List<Outcome<Recommendations>> together = predictor.predict(instances);

        for (int index = 0; index < instances.size(); index++) {
            assertEquals(
                    answer(instances.get(index)).items().stream()
                            .map(Recommended::itemId)
                            .toList(),
                    together.get(index).map(Recommendations::items, refused -> List.<Recommended>of()).stream()
                            .map(Recommended::itemId)
                            .toList());
        }
    }

    @Test
    void a_history_longer_than_the_network_reads_is_answered_by_its_newest_items() {
        String[] ids = new String[2_000];
        Arrays.setAll(ids, place -> SmallShop.id(place % SmallShop.THEMES, place / 2));

        assertEquals(
                3,
                answer(new RecommendInstance(history(ids), 3, Set.of(), false, List.of()))
                        .items()
                        .size());
    }

    @Test
    void a_new_item_enters_by_its_text() {
        NewItem alike = new NewItem("new-alike", "a new glove");
        NewItem unlike = new NewItem("new-unlike", "a new cushion");
        RecommendInstance instance =
                new RecommendInstance(history("t2-0", "t2-1"), 500, Set.of(), true, List.of(unlike, alike));

        List<Recommended> items = answer(instance).items();

        List<String> ids = items.stream().map(Recommended::itemId).toList();
        assertTrue(ids.indexOf("new-alike") < ids.indexOf("new-unlike"));
        assertEquals(
                Kind.SIMILAR_TEXT, items.get(ids.indexOf("new-alike")).reason().kind());
    }

    @Test
    void without_a_text_model_new_items_are_refused_and_the_others_answered() {
        RecommendInstance withNew =
                new RecommendInstance(history("t2-0"), 5, Set.of(), true, List.of(new NewItem("new", "something new")));
        try (RecommendPredictor plain = RecommendPredictor.open(folder)) {
            List<Outcome<Recommendations>> outcomes =
                    plain.predict(List.of(asking(3, "t2-0"), withNew, asking(3, "t3-0")));

            assertInstanceOf(Outcome.Answered.class, outcomes.get(0));
            assertInstanceOf(Outcome.Refused.class, outcomes.get(1));
            assertEquals(
                    "t3-1",
                    outcomes.get(2)
                            .map(Recommendations::items, refused -> List.<Recommended>of())
                            .getFirst()
                            .itemId());
        }
    }

    @Test
    void a_damaged_folder_is_not_opened(@TempDir Path other) throws IOException {
        for (String name : folder.card().files().keySet()) {
            Files.copy(folder.file(name), other.resolve(name));
        }
        Files.copy(folder.path().resolve(ModelFolder.CARD), other.resolve(ModelFolder.CARD));
        Files.write(other.resolve(Tables.FILE), new byte[] {1, 2, 3});

        assertThrows(ModelException.class, () -> ModelFolder.open(other));
    }

    private static Recommendations answer(RecommendInstance instance) {
        return predictor.predict(List.of(instance)).getFirst().map(answer -> answer, refused -> {
            throw new AssertionError(refused.message());
        });
    }

    private static Set<String> ids(Recommendations answer) {
        return Set.copyOf(answer.items().stream().map(Recommended::itemId).toList());
    }

    private static RecommendInstance asking(int k, String... ids) {
        return new RecommendInstance(history(ids), k, Set.of(), true, List.of());
    }

    private static List<Interaction> history(String... ids) {
        return Arrays.stream(ids).map(Interaction::bought).toList();
    }
}
