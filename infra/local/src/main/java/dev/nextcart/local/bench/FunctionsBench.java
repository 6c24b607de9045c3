package dev.nextcart.local.bench;

import dev.nextcart.local.template.FunctionSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How much one process of a function does, and what that costs in DynamoDB. Batches follow each other without pause but
 * for the making of the next, which is not in the figures.
 */
public final class FunctionsBench {
    private final Workbench bench;
    private final Path code;
    private final int warmUp;
    private final int measured;
    private final Consumer<String> progress;

    /**
     * Starts nothing yet.
     *
     * @param code function package
     * @param warmUp batches before the first measured one
     */
    public FunctionsBench(Workbench bench, Path code, int warmUp, int measured, Consumer<String> progress) {
        this.bench = bench;
        this.code = code;
        this.warmUp = warmUp;
        this.measured = measured;
        this.progress = progress;
    }

    /** @throws IllegalStateException when a function fails or does not count everything */
    public FunctionsSummary run() {
        Load load = Load.now();
        List<FunctionFigures> figures = new ArrayList<>();
        for (Scenario scenario : Scenario.all(warmUp + measured, Instant.now())) {
            progress.accept("%s: %d batches to warm up, %d measured …".formatted(scenario.name(), warmUp, measured));
            figures.add(run(scenario));
        }
        return new FunctionsSummary(figures, load);
    }

    private FunctionFigures run(Scenario scenario) {
        FunctionSpec function = bench.function(scenario.handler());
        Payloads payloads = new Payloads(bench.sources(), function, scenario.traffic());
        try (WarmFunction process = new WarmFunction(
                function, bench.processes(function, bench.unpacked(code)), bench.logs(scenario.name()))) {
            for (int batch = 0; batch < warmUp; batch++) {
                process.millis(payloads.next());
            }
            Map<String, Double> before = process.metrics((long) warmUp * scenario.batchSize());
            List<Double> millis = new ArrayList<>();
            for (int batch = 0; batch < measured; batch++) {
                millis.add(process.millis(payloads.next()));
            }
            return FunctionFigures.of(
                    scenario, millis, before, process.metrics((long) (warmUp + measured) * scenario.batchSize()));
        }
    }
}
