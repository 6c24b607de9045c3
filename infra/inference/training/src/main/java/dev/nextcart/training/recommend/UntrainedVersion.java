package dev.nextcart.training.recommend;

import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelCard;
import dev.nextcart.models.ModelRegistry;
import dev.nextcart.models.recommend.Blend;
import dev.nextcart.models.recommend.History;
import dev.nextcart.models.recommend.RecommendPredictor;
import dev.nextcart.training.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A version of full size whose network has learnt nothing: it costs what a trained one costs, and is there in seconds. */
public final class UntrainedVersion {
    private static final String NAME = "untrained";

    /** Beauty's mean. */
    private static final int HISTORY = 9;

    /** Every part of the blend is reckoned. */
    private static final Blend ALL = new Blend(0.3, 0.5, 0.3, 0.85, 0.1);

    private final int items;
    private final int shoppers;
    private final long seed;

    /**
     * @param items in the catalogue; their ids are the numbers from 0
     * @param shoppers whose made-up histories fill the tables of rules and neighbours, nine items each
     */
    public UntrainedVersion(int items, int shoppers, long seed) {
        this.items = items;
        this.shoppers = shoppers;
        this.seed = seed;
    }

    /** Publishes it as the served version. Call {@link dev.nextcart.training.net.Torch#engine} before. */
    public void publish(ModelRegistry registry, Progress progress) throws IOException {
        SequenceData data = data();
        try (RecommendTraining training = new RecommendTraining(data, 1, seed, progress)) {
            Path draft = registry.draft(Task.RECOMMEND);
            double parity = new RecommendExport(training, data, Optional.empty()).write(draft, progress);
            registry.publish(draft, card(training, parity));
        }
        registry.promote(Task.RECOMMEND, NAME);
    }

    private SequenceData data() {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> catalogue =
                IntStream.range(0, items).mapToObj(Integer::toString).toList();
        List<History> histories = new ArrayList<>();
        for (int shopper = 0; shopper < shoppers; shopper++) {
            histories.add(History.bought(random.ints(HISTORY, 0, items).toArray()));
        }
        return new SequenceData(catalogue, histories, Map.of());
    }

    private ModelCard card(RecommendTraining training, double parity) {
        return new ModelCard(
                Task.RECOMMEND,
                NAME,
                Instant.now(),
                new ModelCard.Data("made up", "none", Optional.empty(), Optional.empty()),
                RecommendTraining.DECIDING,
                Map.of(),
                Map.of(),
                Map.of(),
                parity,
                seed,
                0,
                RecommendPredictor.settings(ALL, training.settings().shape().maxLength()));
    }
}
