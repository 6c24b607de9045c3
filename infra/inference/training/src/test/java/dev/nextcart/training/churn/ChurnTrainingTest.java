package dev.nextcart.training.churn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.inference.ChurnInstance;
import dev.nextcart.inference.ChurnRisk;
import dev.nextcart.inference.Outcome;
import dev.nextcart.inference.Purchase;
import dev.nextcart.models.ModelException;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.Tensor;
import dev.nextcart.models.churn.ChurnPredictor;
import dev.nextcart.models.churn.ChurnSettings;
import dev.nextcart.models.churn.Feature;
import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.Progress;
import dev.nextcart.training.net.Torch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One small shop, trained once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChurnTrainingTest {
    private static final int DAYS = 60;
    private static final LocalDate END = Shop.OPENED.plusDays(240);
    private static final Instant AS_OF = END.atTime(12, 0).toInstant(ZoneOffset.UTC);
    private static final Transactions SHOP = Shop.of(400, 300, 0.2, 5);

    private ChurnTraining.Result trained;
    private OnnxModel network;
    private ChurnPredictor predictor;

    @BeforeAll
    void train(@TempDir Path folder) throws IOException {
        Torch.engine(1);
        trained = new ChurnTraining(SHOP, END, DAYS, 1, 4, Progress.SILENT).train(Optional.empty(), "");
        ChurnExport.write(trained, folder);
        network = OnnxModel.open(folder.resolve(ChurnExport.FILE));
        predictor = new ChurnPredictor(network, trained.settings());
    }

    @AfterAll
    void close() {
        predictor.close();
    }

    private static ChurnInstance bought(int horizonDays, int... daysBefore) {
        List<Purchase> purchases = new ArrayList<>();
        for (int days : daysBefore) {
            purchases.add(new Purchase(AS_OF.minusSeconds(86_400L * days), 2_000, 1));
        }
        return new ChurnInstance(purchases, AS_OF, horizonDays);
    }

    private ChurnRisk risk(ChurnInstance instance) {
        return predictor.predict(List.of(instance)).getFirst().map(risk -> risk, refused -> {
            throw new AssertionError(refused.message());
        });
    }

    @Test
    void contributions_add_up_to_the_difference_from_the_average_shopper() {
        int width = Feature.ALL.size();
        int rows = trained.features().length / width;
        List<OnnxModel.Output> outputs =
                network.run(Map.of(ChurnPredictor.FEATURES, new Tensor.Floats(trained.features(), rows, width)));
        float[] logOdds = outputs.get(0).values();
        float[] contributions = outputs.get(1).values();

        double average = 0;
        double[] without = new double[rows];
        for (int row = 0; row < rows; row++) {
            average += logOdds[row] / rows;
            without[row] = logOdds[row];
            for (int feature = 0; feature < width; feature++) {
                without[row] -= contributions[row * width + feature];
            }
        }

        for (double base : without) {
            assertEquals(average, base, 1e-3);
        }
    }

    @Test
    void it_ranks_better_than_how_often_alone() {
        ChurnEvaluation evaluation = new ChurnEvaluation(SHOP, END, DAYS);
        Map<String, Map<String, Double>> baselines = new ChurnBaselines(SHOP, END, DAYS).metrics(evaluation);

        Map<String, Double> metrics = evaluation.metrics(evaluation.guesses(predictor));

        double frequency = baselines.getOrDefault("frequency", Map.of()).getOrDefault("AUC", 1.0);
        assertTrue(metrics.getOrDefault("AUC", 0.0) > frequency, metrics + " against " + baselines);
    }

    @Test
    void silence_of_a_regular_shopper_is_told_as_a_reason_to_worry() {
        ChurnRisk lately = risk(bought(DAYS, 64, 54, 44, 34, 24, 14, 4));
        ChurnRisk silent = risk(bought(DAYS, 190, 180, 170, 160, 150, 140, 130));

        assertTrue(silent.probability() > lately.probability() + 0.2, silent + " / " + lately);
        assertTrue(silent.expectedPurchases() < lately.expectedPurchases());
        assertTrue(silent.reasons().stream()
                .anyMatch(reason -> reason.contribution() > 0
                        && (reason.feature().equals("daysSinceLastPurchase")
                                || reason.feature().equals("silenceInOwnGaps")
                                || reason.feature().equals("bgNbdLogOdds"))));
    }

    @Test
    void the_strongest_reason_comes_first() {
        List<ChurnRisk.Reason> reasons = risk(bought(DAYS, 64, 54, 44, 14)).reasons();

        for (int index = 1; index < reasons.size(); index++) {
            assertTrue(Math.abs(reasons.get(index - 1).contribution())
                    >= Math.abs(reasons.get(index).contribution()));
        }
    }

    @Test
    void each_fallback_is_named() {
        assertEquals("average shopper, no purchases", risk(bought(DAYS)).method());
        assertEquals("additive network, one purchase", risk(bought(DAYS, 10)).method());
        assertEquals("additive network", risk(bought(DAYS, 30, 10)).method());
        assertEquals(
                "additive network, horizon by its survival form",
                risk(bought(90, 30, 10)).method());
    }

    @Test
    void a_longer_wait_makes_a_purchase_likelier() {
        int[][] histories = {{}, {10}, {60, 30, 10}};
        for (int[] days : histories) {
            ChurnRisk month = risk(bought(30, days));
            ChurnRisk season = risk(bought(120, days));

            assertTrue(season.probability() < month.probability(), season + " / " + month);
            assertTrue(season.expectedPurchases() > month.expectedPurchases());
        }
    }

    @Test
    void a_batch_answers_as_each_alone() {
        List<ChurnInstance> batch =
                List.of(bought(DAYS, 10), bought(DAYS), bought(90, 30, 10), bought(DAYS, 200, 100, 1));

        List<Outcome<ChurnRisk>> together = predictor.predict(batch);

        for (int index = 0; index < batch.size(); index++) {
            ChurnRisk alone = risk(batch.get(index));
            ChurnRisk inBatch = together.get(index).map(risk -> risk, refused -> {
                throw new AssertionError(refused.message());
            });
            assertEquals(alone.probability(), inBatch.probability(), 1e-6);
            assertEquals(alone.method(), inBatch.method());
        }
        assertEquals(List.of(), predictor.predict(List.of()));
    }

    @Test
    void settings_survive_the_card_and_foreign_ones_are_refused() {
        assertEquals(trained.settings(), ChurnSettings.of(trained.settings().json()));
        assertThrows(
                ModelException.class,
                () -> ChurnSettings.of(trained.settings().json().put("horizonDays", "soon")));
        assertThrows(ModelException.class, () -> {
            ObjectNode json = trained.settings().json();
            json.withArray("features").remove(0);
            ChurnSettings.of(json);
        });
    }

    @Test
    void without_what_came_after_the_end_the_same_seed_gives_the_same_network() {
        Transactions changed = Transactions.of(Map.copyOf(SHOP.byShopper().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .filter(purchase -> !purchase.occurredAt().isAfter(AS_OF))
                                .toList()))));

        ChurnTraining.Result blind =
                new ChurnTraining(changed, END, DAYS, 1, 4, Progress.SILENT).train(Optional.empty(), "");

        assertEquals(trained.effects().intercept(), blind.effects().intercept());
        assertEquals(trained.settings(), blind.settings());
    }

    @Test
    void too_little_to_learn_from_is_said() {
        ChurnTraining few = new ChurnTraining(Shop.of(5, 300, 0.2, 6), END, DAYS, 1, 4, Progress.SILENT);
        ChurnTraining brief = new ChurnTraining(SHOP, Shop.OPENED.plusDays(5), DAYS, 1, 4, Progress.SILENT);

        assertThrows(CannotRunException.class, () -> few.train(Optional.empty(), ""));
        assertThrows(CannotRunException.class, () -> brief.train(Optional.empty(), ""));
    }
}
