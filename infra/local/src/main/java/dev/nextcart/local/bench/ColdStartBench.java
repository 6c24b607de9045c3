package dev.nextcart.local.bench;

import dev.nextcart.local.bench.ColdStartSummary.Held;
import dev.nextcart.local.cloud.MetricSums;
import dev.nextcart.local.template.FunctionSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * How long a function takes from nothing to its first answer: one click of a new shopper, which is one read and one
 * conditional write in a DynamoDB Local that is warm. Files are in the page cache, as after the first start of a kind,
 * which is not measured. Kinds start in turn, so that whatever disturbs the machine disturbs them alike.
 */
public final class ColdStartBench {
    /** Enough for DynamoDB Local's JVM to have compiled what a start asks of it. */
    private static final int WARMING_BATCHES = 300;

    /** Medians need no more; these starts print a little more than others, and so are measured apart. */
    private static final int TRACED_STARTS = 10;

    private final Workbench bench;
    private final FunctionSpec function;
    private final Payloads payloads;
    private final Consumer<String> progress;
    private final MetricSums metrics = new MetricSums();
    private long started;

    public ColdStartBench(Workbench bench, Consumer<String> progress) {
        this.bench = bench;
        this.function = bench.function(Scenario.CLICKSTREAM);
        this.payloads = new Payloads(bench.sources(), function, new NewShoppers(Instant.now()));
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @param packages which there are
     * @param starts measured, of each kind
     * @param share of a processor for a second round; empty for none
     * @throws IllegalStateException when a start fails, or there is no package
     */
    public ColdStartSummary run(Packages packages, int starts, OptionalDouble share) {
        Load load = Load.now();
        List<String> notes = new ArrayList<>();
        List<Kind> kinds = new Kinds(bench, function, progress).of(packages, payloads, notes);
        progress.accept("Warming DynamoDB Local up …");
        warmUp(kinds.getFirst());
        Starts free = measure(kinds, starts, "");
        Optional<Held> held = share.isEmpty() ? Optional.empty() : held(kinds, starts, share.getAsDouble(), notes);
        return new ColdStartSummary(free, steps(kinds, Math.min(starts, TRACED_STARTS)), held, notes, load);
    }

    private void warmUp(Kind kind) {
        try (WarmFunction process = new WarmFunction(function, kind.processes(), bench.logs("warm-up"))) {
            for (int batch = 0; batch < WARMING_BATCHES; batch++) {
                process.millis(payloads.next());
            }
        }
    }

    private Optional<Held> held(List<Kind> kinds, int starts, double share, List<String> notes) {
        try (CpuShare group = CpuShare.of(share)) {
            List<Kind> held =
                    kinds.stream().map(kind -> kind.by(group.command())).toList();
            return Optional.of(new Held(share, measure(held, starts, " on " + share + " of a processor")));
        } catch (CpuShare.UnavailableException e) {
            notes.add("Not measured on " + share + " of a processor: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Starts measure(List<Kind> kinds, int starts, String where) {
        Map<Kind, List<StartFigures>> measured = new LinkedHashMap<>();
        kinds.forEach(this::start);
        for (int round = 1; round <= starts; round++) {
            for (Kind kind : kinds) {
                StartFigures figures = start(kind);
                measured.computeIfAbsent(kind, fresh -> new ArrayList<>()).add(figures);
            }
            progress.accept("%d of %d starts of each kind%s".formatted(round, starts, where));
        }
        Counted.await(metrics, started);
        return new Starts(measured.entrySet().stream()
                .map(entry -> ColdStartFigures.of(entry.getKey(), entry.getValue()))
                .toList());
    }

    private List<StartSteps> steps(List<Kind> kinds, int starts) {
        progress.accept("Taking %d starts of each kind apart …".formatted(starts));
        Map<Kind, List<StartSteps>> measured = new LinkedHashMap<>();
        FunctionSpec traced = StartTrace.traced(function);
        for (int round = 0; round < starts; round++) {
            for (Kind kind : kinds) {
                StartTrace trace = new StartTrace(metrics);
                StartFigures figures = new ColdStart(traced, payloads.next()).measure(kind.processes(), trace);
                trace.await();
                measured.computeIfAbsent(kind, fresh -> new ArrayList<>())
                        .add(StartSteps.of(kind.name(), trace, figures));
            }
        }
        return measured.values().stream().map(StartSteps::median).toList();
    }

    private StartFigures start(Kind kind) {
        started++;
        return new ColdStart(function, payloads.next()).measure(kind.processes(), metrics);
    }
}
