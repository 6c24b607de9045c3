package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateCheckTest {
    @Test
    void a_batch_size_out_of_range_is_named() {
        refused(Templates.queues(Templates.queueSource(0, Duration.ZERO, true, 5)), "BatchSize 0 is not in 1..10000");
    }

    @Test
    void a_source_without_concurrency_is_named() {
        refused(Templates.queues(Templates.queueSource(1, Duration.ZERO, true, 0)), "MaximumConcurrency 0");
    }

    @Test
    void a_starting_position_the_engine_does_not_know_is_named() {
        refused(Templates.stream(1, source("AT_TIMESTAMP", "clicks-failed")), "StartingPosition AT_TIMESTAMP");
    }

    @Test
    void a_failure_destination_that_is_not_there_is_named() {
        refused(Templates.stream(1, source("LATEST", "nowhere")), "there is no queue nowhere");
    }

    @Test
    void a_pattern_the_engine_cannot_honour_is_named() {
        refused(Templates.rules(Map.of("rule", "{\"source\":[{\"wildcard\":\"a*\"}]}")), "operator wildcard");
    }

    @Test
    void a_second_bus_is_refused() {
        CloudTemplate one = Templates.rules(Map.of());

        refused(
                new CloudTemplate(
                        Map.of("bus", "shop", "other", "audit"),
                        one.rules(),
                        one.queues(),
                        one.streams(),
                        one.tables(),
                        one.functions()),
                "one bus");
    }

    private static StreamSource source(String startingPosition, String onFailure) {
        return new StreamSource(
                "s", "clicks", 1, Duration.ZERO, true, startingPosition, 0, Duration.ofHours(1), true, 1, onFailure);
    }

    private static void refused(CloudTemplate template, String reason) {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> new World(template));

        assertTrue(String.valueOf(error.getMessage()).contains(reason), error::getMessage);
    }
}
