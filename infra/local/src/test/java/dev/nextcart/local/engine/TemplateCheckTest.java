package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.ScheduleExpression;
import dev.nextcart.local.template.SourceSpec.ScheduleSource;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void a_schedules_bounds_out_of_range_are_named() {
        refused(schedule(186, Duration.ofDays(1)), "MaximumRetryAttempts 186 is not in 0..185");
        refused(schedule(0, Duration.ofSeconds(59)), "MaximumEventAgeInSeconds 59 is not in 60..86400");
    }

    private static CloudTemplate schedule(int retries, Duration age) {
        return Templates.template(
                Map.of(),
                1,
                List.of(new ScheduleSource(
                        "s",
                        "s",
                        ScheduleExpression.parse("rate(1 day)"),
                        Optional.empty(),
                        true,
                        retries,
                        age,
                        Optional.empty())));
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
