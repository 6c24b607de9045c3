package dev.nextcart.endpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * {@code nextcart.endpoint.*}, or {@code NEXTCART_ENDPOINT_*} in the environment; what each is without that stands in {@link
 * #of}.
 *
 * @param models the registry to serve from
 * @param token callers must send it as {@code Authorization: Bearer …}, but to {@code /ping}; absent: whoever reaches the port
 *     may ask
 * @param watchEvery how often the registry is looked at for another current version
 * @param maxBodyBytes a request with a larger body is refused with 413
 * @param maxBodyBytesInFlight bodies being read or answered, all together; more are refused with 503
 * @param maxBatch instances that are answered together; 1 for no batching
 * @param maxDelay how long the first of a batch waits for others at most, when a worker is free; zero takes what is there
 * @param maxWaiting instances that wait per task; a request that finds no room gets 503 with Retry-After
 * @param workers threads that answer, per task
 * @param timeout a request that names no time of its own gets 504 after this
 */
record EndpointSettings(
        Path models,
        Optional<String> token,
        Duration watchEvery,
        long maxBodyBytes,
        long maxBodyBytesInFlight,
        int maxBatch,
        Duration maxDelay,
        int maxWaiting,
        int workers,
        Duration timeout) {
    private static final String PREFIX = "nextcart.endpoint.";

    EndpointSettings {
        atLeastOne("max-body-bytes", maxBodyBytes);
        atLeastOne("max-body-bytes-in-flight", maxBodyBytesInFlight);
        atLeastOne("max-batch", maxBatch);
        atLeastOne("max-waiting", maxWaiting);
        atLeastOne("workers", workers);
        atLeastOne("watch-every", watchEvery.toMillis());
        atLeastOne("timeout", timeout.toMillis());
    }

    private static void atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(PREFIX + name + ": " + value + " is not at least 1");
        }
    }

    static EndpointSettings of(Config config) {
        return new EndpointSettings(
                Path.of(value(config, "models", String.class, "models")),
                config.getOptionalValue(PREFIX + "token", String.class),
                value(config, "watch-every", Duration.class, Duration.ofSeconds(2)),
                value(config, "max-body-bytes", Long.class, 2L << 20),
                value(
                        config,
                        "max-body-bytes-in-flight",
                        Long.class,
                        16L << 20), // a tree takes ten times its text's bytes
                value(config, "max-batch", Integer.class, 64),
                Duration.ofNanos(value(config, "max-delay-micros", Long.class, 1_000L) * 1_000),
                value(config, "max-waiting", Integer.class, 2_048),
                value(
                        config,
                        "workers",
                        Integer.class,
                        Runtime.getRuntime().availableProcessors()), // a run keeps to one
                value(config, "timeout", Duration.class, Duration.ofSeconds(30))); // SageMaker gives up after 60
    }

    private static <T> T value(Config config, String name, Class<T> type, T otherwise) {
        return config.getOptionalValue(PREFIX + name, type).orElse(otherwise);
    }
}
