package dev.nextcart.local.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.local.template.FunctionSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricSumsTest {
    private static final FunctionSpec FUNCTION =
            new FunctionSpec("F", "f", "arn", "code", "handler", Duration.ofSeconds(1), 128, Map.of(), List.of());

    private final MetricSums metrics = new MetricSums();

    @Test
    void metrics_add_up_over_lines_and_lists() {
        print("""
                {"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"Nextcart","Dimensions":[["FunctionName"]],\
                "Metrics":[{"Name":"EventsCounted","Unit":"Count"},{"Name":"WriteUnits","Unit":"Count"}]}]},\
                "FunctionName":"f","EventsCounted":3,"WriteUnits":1.5}""");
        print("""
                {"_aws":{"CloudWatchMetrics":[{"Namespace":"Nextcart","Metrics":[{"Name":"EventsCounted"}]}]},\
                "EventsCounted":[1,2],"Unlisted":9}""");

        assertEquals(Map.of("EventsCounted", 6.0, "WriteUnits", 1.5), metrics.sums());
    }

    @Test
    void other_lines_are_only_log_lines() {
        print("INFO  [io.quarkus] started");
        print("{\"level\":\"INFO\"}");
        print("{\"_aws\":{\"CloudWatchMetrics\":[{\"Namespace\":\"Nextcart\",\"Metrics\":[{\"Na");
        print("{\"_aws\":7,\"EventsCounted\":1}");
        print("""
                {"_aws":{"CloudWatchMetrics":[{"Namespace":"Other","Metrics":[{"Name":"EventsCounted"}]}]},\
                "EventsCounted":1}""");
        print("""
                {"_aws":{"CloudWatchMetrics":[{"Namespace":"Nextcart","Metrics":[{"Name":"EventsCounted"}]}]},\
                "EventsCounted":"many"}""");

        assertEquals(Map.of(), metrics.sums());
    }

    private void print(String line) {
        metrics.line(FUNCTION, line);
    }
}
