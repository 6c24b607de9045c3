package dev.nextcart.training.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.inference.Covariate;
import dev.nextcart.inference.DemandForecast;
import dev.nextcart.inference.ForecastInstance;
import dev.nextcart.inference.Outcome;
import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.ModelRegistry;
import dev.nextcart.models.forecast.ForecastPredictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** On a shop whose weekly sales double under promotion: no simple method can know that, a covariate tells. */
class ForecastTrainingTest {
    private static final int WEEKS = 60;

    @TempDir
    static Path folder;

    private static Path models;
    private static int exit;

    @BeforeAll
    static void train() throws IOException {
        Path data = folder.resolve("promoted.csv");
        Files.writeString(data, promoted(60));
        models = folder.resolve("models");
        exit = new CommandLine(new TrainForecastCommand())
                .execute("--data", data.toString(), "--out", models.toString(), "--name", "v1", "--epochs", "3");
    }

    @Test
    void a_network_that_beats_every_simple_method_is_served() {
        assertEquals(0, exit);
        assertEquals(Optional.of("v1"), new ModelRegistry(models).current(Task.FORECAST));
    }

    @Test
    void nothing_but_the_version_is_left_behind() throws IOException {
        try (var files = Files.list(models.resolve("forecast"))) {
            assertEquals(
                    List.of("current", "v1"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void a_promotion_to_come_raises_the_forecast() {
        ModelFolder version = new ModelRegistry(models).open(Task.FORECAST, "v1");
        try (ForecastPredictor predictor = ForecastPredictor.open(version)) {
            DemandForecast plain = answer(predictor, instance(0));
            DemandForecast promoted = answer(predictor, instance(1));

            assertTrue(
                    promoted.median().get(1) > 1.3 * plain.median().get(1),
                    plain.median() + " and " + promoted.median());
        }
    }

    @Test
    void every_odd_history_gets_an_answer_or_a_reason() {
        ModelFolder version = new ModelRegistry(models).open(Task.FORECAST, "v1");
        List<List<Double>> histories = List.of(
                List.of(3.0),
                Collections.nCopies(50, 0.0),
                Collections.nCopies(20_000, 7.0),
                List.of(-4.0, 2.0, -8.0, 3.0, 1.0, -2.0),
                List.of(1e300, 0.0, 1e300, 5.0, 1e300, 0.0, 1.0),
                List.of(1e-300, 0.0, 1e-300, 0.0, 0.0, 1e-300));
        List<ForecastInstance> instances = histories.stream()
                .flatMap(values -> Stream.of(1, 366)
                        .map(horizon -> new ForecastInstance(
                                "odd", Optional.of(ForecastInstance.Period.WEEK), values, horizon, List.of())))
                .toList();
        try (ForecastPredictor predictor = ForecastPredictor.open(version)) {
            List<Outcome<DemandForecast>> outcomes = predictor.predict(instances);

            for (int index = 0; index < instances.size(); index++) {
                int horizon = instances.get(index).horizon();
                boolean said = outcomes.get(index)
                        .map(
                                answer -> answer.median().size() == horizon,
                                refused -> refused.message().startsWith("values"));
                assertTrue(said, instances.get(index).values().subList(0, 1) + " over " + horizon);
            }
        }
    }

    @Test
    void a_stored_version_is_evaluated_without_training() throws IOException {
        Path data = folder.resolve("more.csv");
        Files.writeString(data, promoted(30));
        Path report = folder.resolve("report.json");

        int code = new CommandLine(new EvaluateForecastCommand())
                .execute(
                        "--series", data.toString(),
                        "--model", models.resolve("forecast/v1").toString(),
                        "--json", report.toString());

        assertEquals(0, code);
        assertTrue(Files.readString(report).contains("\"coverage80\""));
    }

    private static DemandForecast answer(ForecastPredictor predictor, ForecastInstance instance) {
        Outcome<DemandForecast> outcome = predictor.predict(List.of(instance)).getFirst();
        return outcome.map(answered -> answered, refused -> {
            throw new AssertionError(refused.message());
        });
    }

    private static ForecastInstance instance(double promotionToCome) {
        SplittableRandom random = new SplittableRandom(99);
        double[] promotion = promotion(random, WEEKS);
        double[] sales = sales(random, promotion, 40);
        Arrays.fill(promotion, WEEKS - 4, WEEKS, 0);
        promotion[WEEKS - 3] = promotionToCome;
        return new ForecastInstance(
                "never-seen",
                Optional.empty(),
                Arrays.stream(sales).limit(WEEKS - 4).boxed().toList(),
                4,
                List.of(new Covariate(
                        "promotion", Arrays.stream(promotion).boxed().toList())));
    }

    private static String promoted(int products) {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder file = new StringBuilder("series,train,test,promotion\n");
        for (int product = 0; product < products; product++) {
            double[] promotion = promotion(random, WEEKS);
            double[] sales = sales(random, promotion, random.nextDouble(20, 200));
            file.append("P" + product + ",")
                    .append(text(sales, 0, WEEKS - 4))
                    .append(',')
                    .append(text(sales, WEEKS - 4, WEEKS))
                    .append(',')
                    .append(text(promotion, 0, WEEKS))
                    .append('\n');
        }
        return file.toString();
    }

    private static double[] promotion(SplittableRandom random, int weeks) {
        return IntStream.range(0, weeks)
                .mapToDouble(week -> random.nextInt(4) == 0 ? 1 : 0)
                .toArray();
    }

    private static double[] sales(SplittableRandom random, double[] promotion, double level) {
        return Arrays.stream(promotion)
                .map(promoted -> Math.rint(level * (1 + promoted) * random.nextDouble(0.9, 1.1)))
                .toArray();
    }

    private static String text(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }
}
