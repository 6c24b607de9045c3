package dev.nextcart.training.recommend;

import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelCard;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.ModelRegistry;
import dev.nextcart.models.recommend.History;
import dev.nextcart.models.recommend.RecommendPredictor;
import dev.nextcart.training.Progress;
import dev.nextcart.training.net.Torch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A shop of {@value #THEMES} themes with {@value #PER_THEME} items each, whose shoppers keep to one theme and go through it
 * in the order of its items, from anywhere; and a model of it, trained in seconds.
 */
final class SmallShop {
    private static final List<String> WORDS = List.of("lantern", "mug", "glove", "clock", "cushion", "bunting");
    static final int THEMES = 6;
    static final int PER_THEME = 8;
    private static final int SHOPPERS = 240;
    private static final int LENGTH = 5;

    /** An embedding that knows the words of {@link #WORDS} and nothing else. */
    static final Function<String, float[]> EMBEDDER = text -> {
        float[] embedding = new float[THEMES + 1];
        embedding[THEMES] = 0.1f;
        for (int theme = 0; theme < THEMES; theme++) {
            embedding[theme] = text.contains(WORDS.get(theme)) ? 1 : 0;
        }
        return embedding;
    };

    private SmallShop() {}

    static String id(int theme, int place) {
        return "t" + theme + "-" + place % PER_THEME;
    }

    static SequenceData data() {
        List<String> ids = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        for (int theme = 0; theme < THEMES; theme++) {
            for (int place = 0; place < PER_THEME; place++) {
                ids.add(id(theme, place));
                texts.put(id(theme, place), WORDS.get(theme) + " number " + place);
            }
        }
        SplittableRandom random = new SplittableRandom(1);
        List<History> histories = new ArrayList<>();
        for (int shopper = 0; shopper < SHOPPERS; shopper++) {
            int theme = random.nextInt(THEMES);
            int start = random.nextInt(PER_THEME);
            int[] items = new int[LENGTH];
            for (int place = 0; place < LENGTH; place++) {
                items[place] = theme * PER_THEME + (start + place) % PER_THEME;
            }
            histories.add(History.bought(items));
        }
        return new SequenceData(ids, histories, texts);
    }

    /** Trains, exports and publishes; the version is returned whether it is served or not. */
    static ModelFolder published(Path root) throws IOException {
        Torch.engine(1);
        SequenceData data = data();
        try (RecommendTraining training = new RecommendTraining(data, 60, 1, Progress.SILENT)) {
            training.train(Optional.empty(), "");
            Map<String, Double> metrics = training.test();
            training.refit(data.histories());
            ModelRegistry registry = new ModelRegistry(root);
            Path draft = registry.draft(Task.RECOMMEND);
            double parity = new RecommendExport(training, data, Optional.of(EMBEDDER)).write(draft, Progress.SILENT);
            return registry.publish(
                            draft,
                            new ModelCard(
                                    Task.RECOMMEND,
                                    "small",
                                    Instant.EPOCH,
                                    new ModelCard.Data("small", "0", Optional.empty(), Optional.empty()),
                                    RecommendTraining.DECIDING,
                                    metrics,
                                    training.baselines(),
                                    Map.of(),
                                    parity,
                                    1,
                                    0,
                                    RecommendPredictor.settings(
                                            training.blend(),
                                            training.settings().shape().maxLength())))
                    .folder();
        }
    }
}
