package dev.nextcart.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.local.bench.WarmSummary.OneFunction;
import dev.nextcart.local.bench.WarmSummary.Pair;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WarmSummaryTest {
    private static final String BATCH = """
            {"native":{"perSecond":200.0,"p50Millis":4.0,"p99Millis":6.0},\
            "jvm":{"perSecond":125.0,"p50Millis":8.0,"p99Millis":8.0},"ratio":1.6}""";

    private static final Pair PAIR = new Pair(10, WarmFigures.of(List.of(4.0, 6.0)), WarmFigures.of(List.of(8.0, 8.0)));

    @Test
    void native_and_jvm_stand_side_by_side_for_each_function() {
        assertEquals("{\"functions\":{\"order-events\":{\"batch10\":" + BATCH + "}}}", json("order-events"));
    }

    @Test
    void the_clickstream_also_stands_where_it_stood_when_it_was_alone() {
        assertEquals(
                "{\"functions\":{\"clickstream-events\":{\"batch10\":" + BATCH + "}},\"batch10\":" + BATCH + "}",
                json("clickstream-events"));
    }

    private static String json(String handler) {
        List<OneFunction> functions = List.of(new OneFunction(handler, List.of(PAIR)));
        return new WarmSummary(functions, List.of(), new Load(OptionalDouble.empty()))
                .json()
                .toString();
    }
}
