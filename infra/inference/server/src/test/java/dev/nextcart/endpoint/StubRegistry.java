package dev.nextcart.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nextcart.inference.Task;
import dev.nextcart.models.Metric;
import dev.nextcart.models.ModelCard;
import dev.nextcart.models.ModelRegistry;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A registry with one version of sentiment, {@code v1}. */
public class StubRegistry implements QuarkusTestResourceLifecycleManager {
    private static volatile ModelRegistry registry = new ModelRegistry(Path.of("nowhere"));

    static ModelRegistry registry() {
        return registry;
    }

    @Override
    public Map<String, String> start() {
        try {
            registry = new ModelRegistry(Files.createTempDirectory("nextcart-registry-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        publish("v1", 0.8);
        return Map.of(
                "nextcart.endpoint.models",
                registry.root().toString(),
                "nextcart.endpoint.watch-every",
                "PT0.05S",
                "nextcart.endpoint.workers",
                "1",
                "nextcart.endpoint.max-waiting",
                "4",
                "quarkus.http.test-port",
                "0");
    }

    /** Serves it if it is better than those before. */
    static Path publish(String version, double accuracy) {
        try {
            Path draft = registry.draft(Task.SENTIMENT);
            Files.writeString(draft.resolve("head.bin"), "weights of " + version);
            return registry.publish(
                            draft,
                            new ModelCard(
                                    Task.SENTIMENT,
                                    version,
                                    Instant.parse("2026-11-25T00:00:00Z"),
                                    new ModelCard.Data("reviews", "0", Optional.empty(), Optional.empty()),
                                    Metric.higher("accuracy"),
                                    Map.of("accuracy", accuracy),
                                    Map.of("majority", Map.of("accuracy", 0.5)),
                                    Map.of(),
                                    0,
                                    1,
                                    1,
                                    JsonNodeFactory.instance.objectNode()))
                    .folder()
                    .path();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // the temporary folder holds a few bytes; the system clears it away
    }
}
