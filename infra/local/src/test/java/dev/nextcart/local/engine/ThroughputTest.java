package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.local.template.CloudTemplate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** How fast the engine hands messages to functions that do nothing. Reports, and asserts only that all arrive. */
class ThroughputTest {
    private static final int MESSAGES = 50_000;

    /** Of real time; a hundred times what it takes. */
    private static final int PATIENCE_SECONDS = 120;

    private static final String DETAIL = "{\"eventId\":\"e-123\",\"type\":\"OrderPlaced\",\"shopperId\":\"s-17\","
            + "\"occurredAt\":\"2010-12-01T08:26:00Z\",\"currency\":\"GBP\",\"lines\":[" + "{\"productId\":\"85123A\","
            + "\"quantity\":6,\"unitPriceCents\":255},{\"productId\":\"71053\",\"quantity\":6,\"unitPriceCents\":339}]}";

    private static final Invoker NOTHING_TO_DO =
            (function, payload, done) -> done.accept(new Invoker.Result.Answered("{\"batchItemFailures\":[]}"));

    @Test
    void events_pass_through_bus_and_queue(TestReporter reporter) {
        measure(reporter, "bus and queue, messages/s", engine -> i -> engine.putEvent("shop", "OrderPlaced", DETAIL));
    }

    @Test
    void records_pass_through_the_stream(TestReporter reporter) {
        byte[] data = DETAIL.getBytes(StandardCharsets.UTF_8);
        measure(reporter, "stream, messages/s", engine -> i -> engine.putRecord("clicks", "s-" + i % 1_000, data));
    }

    private static void measure(TestReporter reporter, String what, Sending sending) {
        try (LiveTimeline timeline = LiveTimeline.start()) {
            DeliveryEngine engine = new DeliveryEngine(template(), NOTHING_TO_DO, timeline, 1);
            IntConsumer send = sending.through(engine);
            long before = System.nanoTime();

            for (int i = 0; i < MESSAGES; i++) {
                send.accept(i);
            }
            engine.whenQuiet().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();

            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
            reporter.publishEntry(what, Long.toString(MESSAGES * 1_000L / Math.max(1, millis)));
            assertEquals(
                    MESSAGES,
                    engine.status().sources().stream()
                            .mapToLong(EngineStatus.SourceStatus::acknowledged)
                            .sum());
            assertEquals(List.of(), timeline.failures());
        }
    }

    /** What sends the i-th message. */
    private interface Sending {
        IntConsumer through(DeliveryEngine engine);
    }

    private static CloudTemplate template() {
        return Templates.template(
                Map.of("all", "{\"source\":[\"shop\"]}"),
                2,
                List.of(
                        Templates.queueSource(100, Duration.ofSeconds(1), true, 10),
                        Templates.streamSource(100, true, 2, 2)));
    }
}
