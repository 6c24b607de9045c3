package dev.nextcart.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FunctionsSummaryTest {
    @Test
    void figures_are_of_the_measured_batches_only() {
        Scenario scenario =
                Scenario.all(3, Instant.EPOCH.plusSeconds(2_000_000_000)).getFirst();

        FunctionFigures figures = FunctionFigures.of(
                scenario,
                List.of(20.0, 30.0),
                Map.of("DynamoDbRequests", 7.0, "ReadUnits", 5.0, "WriteUnits", 10.0),
                Map.of("DynamoDbRequests", 19.0, "ReadUnits", 15.0, "WriteUnits", 31.0));

        assertEquals(
                """
                {"clicks100over5":{"eventsPerSecond":4000.0,"p50Millis":20.0,"p99Millis":30.0,"requestsPerEvent":0.06,\
                "readUnitsPerEvent":0.05,"writeUnitsPerEvent":0.105},"load":{"1m":1.235}}""",
                new FunctionsSummary(List.of(figures), new Load(OptionalDouble.of(1.2345)))
                        .json()
                        .toString());
    }

    @Test
    void an_unknown_load_is_null() {
        assertEquals(
                "{\"load\":{\"1m\":null}}",
                new FunctionsSummary(List.of(), new Load(OptionalDouble.empty()))
                        .json()
                        .toString());
    }
}
