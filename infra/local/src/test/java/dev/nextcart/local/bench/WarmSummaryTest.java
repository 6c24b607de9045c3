package dev.nextcart.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.local.bench.WarmSummary.Pair;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WarmSummaryTest {
    @Test
    void native_and_jvm_stand_side_by_side() {
        Pair pair = new Pair(10, WarmFigures.of(List.of(4.0, 6.0)), WarmFigures.of(List.of(8.0, 8.0)));

        assertEquals(
                """
                {"batch10":{"native":{"perSecond":200.0,"p50Millis":4.0,"p99Millis":6.0},\
                "jvm":{"perSecond":125.0,"p50Millis":8.0,"p99Millis":8.0},"ratio":1.6}}""",
                new WarmSummary(List.of(pair), new Load(OptionalDouble.empty()))
                        .json()
                        .toString());
    }
}
