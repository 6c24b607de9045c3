package dev.nextcart.local.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.local.engine.EngineUsage;
import dev.nextcart.local.runtime.FunctionTime;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.usage.FunctionUse;
import dev.nextcart.local.usage.TableUse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UsageMeterTest {
    private static final FunctionSpec ORDERS = new FunctionSpec(
            "Orders", "order-events", "arn", "zip", "handler", Duration.ofSeconds(30), 512, Map.of(), List.of());
    private static final EngineUsage NOTHING = new EngineUsage(new TreeMap<>(), new TreeMap<>(), 0);

    private final UsageMeter meter = new UsageMeter(List.of(ORDERS));

    @Test
    void what_a_function_prints_of_its_tables_adds_up_with_its_time_and_its_log() {
        String one = "{\"_aws\":{},\"Tables\":{\"sales\":{\"ReadUnits\":0.5,\"WriteUnits\":3,\"TurnedAway\":1}}}";
        String two =
                "{\"Tables\":{\"sales\":{\"ReadUnits\":1,\"WriteUnits\":2,\"TurnedAway\":0},\"late\":{\"WriteUnits\":1}}}";

        meter.line(ORDERS, one);
        meter.line(ORDERS, two);
        meter.line(ORDERS, "é no JSON at all, with \"Tables\"");
        meter.line(ORDERS, "{\"Tables\":{\"sales\"");

        int bytes = one.length() + 1 + two.length() + 1 + 33 + 19;
        assertEquals(
                Map.of(
                        "order-events",
                        new FunctionUse(
                                512,
                                7,
                                70,
                                2,
                                900,
                                bytes,
                                new TreeMap<>(
                                        Map.of("sales", new TableUse(1.5, 5, 1), "late", new TableUse(0, 1, 0))))),
                meter.usage(NOTHING, Map.of("order-events", new FunctionTime(7, 70, 2, 900)))
                        .functions());
    }

    @Test
    void a_function_that_never_ran_is_there_with_nothing() {
        assertEquals(
                Map.of("order-events", new FunctionUse(512, 0, 0, 0, 0, 0, new TreeMap<>())),
                meter.usage(NOTHING, Map.of()).functions());
    }
}
