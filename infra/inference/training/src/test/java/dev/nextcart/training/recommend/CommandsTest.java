package dev.nextcart.training.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.inference.Interaction;
import dev.nextcart.inference.NewItem;
import dev.nextcart.inference.RecommendInstance;
import dev.nextcart.inference.Recommendations;
import dev.nextcart.inference.Recommendations.Recommended;
import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelRegistry;
import dev.nextcart.models.recommend.History;
import dev.nextcart.models.recommend.RecommendPredictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
    @TempDir
    Path folder;

    @Test
    void a_version_trained_by_the_command_ranks_a_new_item_by_its_text_alone() throws IOException {
        Path models = folder.resolve("models");

        new CommandLine(new TrainRecommendCommand())
                .execute(
                        "--data", sequences().toString(),
                        "--texts", texts().toString(),
                        "--out", models.toString(),
                        "--name", "first",
                        "--epochs", "40");

        try (RecommendPredictor predictor =
                RecommendPredictor.open(new ModelRegistry(models).open(Task.RECOMMEND, "first"))) {
            RecommendInstance instance = new RecommendInstance(
                    List.of(Interaction.bought("t2-0"), Interaction.bought("t2-1")),
                    500,
                    Set.of(),
                    true,
                    List.of(new NewItem("unlike", "cushion with stripes"), new NewItem("alike", "warm winter gloves")));
            List<String> ids = predictor
                    .predict(List.of(instance))
                    .getFirst()
                    .map(Recommendations::items, refused -> List.<Recommended>of())
                    .stream()
                    .map(Recommended::itemId)
                    .toList();
            assertTrue(ids.contains("alike") && ids.indexOf("alike") < ids.indexOf("unlike"), ids::toString);
        }
    }

    @Test
    void baselines_alone_are_reported_as_json() throws IOException {
        Path json = folder.resolve("report.json");

        int exit = new CommandLine(new EvaluateRecommendCommand())
                .execute("--sequences", sequences().toString(), "--baselines-only", "--json", json.toString());

        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertEquals(0, exit);
        assertEquals("recommend", report.path("task").asText());
        assertTrue(
                report.path("baselines").path("sequential-rules").path("HR@10").asDouble() > 0.9);
        assertTrue(report.path("metrics").isEmpty());
    }

    private Path sequences() throws IOException {
        SequenceData data = SmallShop.data();
        List<String> lines = new ArrayList<>();
        for (History history : data.histories()) {
            StringBuilder line = new StringBuilder("u" + lines.size());
            for (int item : history.items()) {
                line.append(' ').append(data.catalogue().get(item));
            }
            lines.add(line.toString());
        }
        return Files.write(folder.resolve("sequences.txt"), lines);
    }

    private Path texts() throws IOException {
        List<String> lines = new ArrayList<>(List.of("item,title"));
        SmallShop.data().texts().forEach((id, text) -> lines.add(id + "," + text));
        return Files.write(folder.resolve("items.csv"), lines);
    }
}
