package dev.nextcart.local.bench;

import dev.nextcart.local.bench.WarmSummary.OneFunction;
import dev.nextcart.local.bench.WarmSummary.Pair;
import dev.nextcart.local.template.FunctionSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One warm native process against one warm JVM, as Lambda's managed runtime runs it, of each function that counts
 * shoppers' events: they take turns, so that whatever disturbs the machine disturbs both. While one works the other waits.
 */
public final class WarmBench {
    private static final List<Integer> BATCH_SIZES = List.of(1, 10, 100);

    /** Invocations before the other one's turn: some, for caches that a stranger emptied are no warm process's. */
    private static final int TURN = 10;

    private final Workbench bench;
    private final int warmUp;
    private final int measured;
    private final Consumer<String> progress;

    /**
     * Starts nothing yet.
     *
     * @param warmUp invocations of each size before the first measured one
     * @param measured invocations of each size
     */
    public WarmBench(Workbench bench, int warmUp, int measured, Consumer<String> progress) {
        this.bench = bench;
        this.warmUp = warmUp;
        this.measured = measured;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @param handler of the only function to measure; empty for all
     * @throws IllegalStateException when a function fails or does not count everything, or there is no such function
     */
    public WarmSummary run(Path nativeZip, Path jvmZip, Optional<String> handler) {
        Load load = Load.now();
        List<OneFunction> functions = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String name : handler.map(List::of).orElseGet(bench::handlers)) {
            FunctionSpec function = bench.function(name);
            if (traffic(name, name, 1).isEmpty()) {
                notes.add(name + " counts no events of shoppers: not measured");
                continue;
            }
            functions.add(new OneFunction(name, pairs(function, name, nativeZip, jvmZip)));
        }
        return new WarmSummary(functions, notes, load);
    }

    private List<Pair> pairs(FunctionSpec function, String handler, Path nativeZip, Path jvmZip) {
        Kinds kinds = new Kinds(bench, function, progress);
        try (WarmFunction nativeProcess = process(function, kinds.kind(Kind.NATIVE, nativeZip, true));
                WarmFunction jvmProcess = process(function, kinds.kind(Kind.JVM, jvmZip, false))) {
            List<Pair> pairs = new ArrayList<>();
            for (int size : BATCH_SIZES) {
                progress.accept("%s, batches of %d: %d to warm up, %d measured, in turn …"
                        .formatted(handler, size, warmUp, measured));
                pairs.add(measure(
                        size,
                        new Side(nativeProcess, payloads(function, handler, Kind.NATIVE, size)),
                        new Side(jvmProcess, payloads(function, handler, Kind.JVM, size))));
            }
            long events = BATCH_SIZES.stream().mapToLong(size -> size).sum() * (warmUp + measured);
            nativeProcess.metrics(events);
            jvmProcess.metrics(events);
            return pairs;
        }
    }

    private record Side(WarmFunction process, Payloads payloads, List<Double> millis) {
        Side(WarmFunction process, Payloads payloads) {
            this(process, payloads, new ArrayList<>());
        }

        void invoke(int times) {
            for (int invocation = 0; invocation < times; invocation++) {
                millis.add(process.millis(payloads.next()));
            }
        }
    }

    private Pair measure(int size, Side nativeSide, Side jvmSide) {
        inTurn(warmUp, nativeSide, jvmSide);
        nativeSide.millis.clear();
        jvmSide.millis.clear();
        inTurn(measured, nativeSide, jvmSide);
        return new Pair(size, WarmFigures.of(nativeSide.millis), WarmFigures.of(jvmSide.millis));
    }

    private static void inTurn(int invocations, Side one, Side other) {
        for (int done = 0; done < invocations; done += TURN) {
            int turn = Math.min(TURN, invocations - done);
            one.invoke(turn);
            other.invoke(turn);
        }
    }

    private WarmFunction process(FunctionSpec function, Kind kind) {
        return new WarmFunction(function, kind.processes(), bench.logs("warm-" + kind.name()));
    }

    /** Each side has shoppers of its own: on the same ones, one would find the other's events counted. */
    private Payloads payloads(FunctionSpec function, String handler, String kind, int size) {
        Traffic traffic =
                traffic(handler, handler + "-" + kind + "-batch" + size, size).orElseThrow();
        return new Payloads(bench.sources(), function, traffic);
    }

    private Optional<Traffic> traffic(String handler, String name, int size) {
        return WarmTraffic.of(handler, name, size, warmUp + measured, Instant.now());
    }
}
