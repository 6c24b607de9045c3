package dev.nextcart.local.runtime;

import dev.nextcart.local.engine.Invoker;
import dev.nextcart.local.template.FunctionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Runs functions in processes of their own. An invocation beyond the processes a function may have is throttled; one
 * whose process dies or runs out of time fails, and the next one starts another process. No child outlives this JVM: those that {@link #close}
 * does not end, a shutdown hook kills, and without either a child ends by itself when its Runtime API is gone.
 */
public final class FunctionPool implements Invoker, AutoCloseable {
    private final SortedMap<String, FunctionSlots> slots = new TreeMap<>();
    private final Map<String, FunctionLog> logs = new HashMap<>();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("function-timers").factory());
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
    private final Limits limits;
    private final Thread killAtExit;

    /**
     * Starts nothing yet.
     *
     * @param logFolder gets one log per function
     * @param listener hears every line after it is logged
     */
    public FunctionPool(
            Collection<FunctionSpec> functions,
            FunctionProcesses processes,
            Limits limits,
            Path logFolder,
            OutputListener listener) {
        this.limits = limits;
        for (FunctionSpec function : functions) {
            FunctionLog log = new FunctionLog(logFolder.resolve(function.name() + ".log"), FunctionLog.MAX_BYTES);
            OutputListener output = (origin, line) -> {
                log.write(line);
                listener.line(origin, line);
            };
            logs.put(function.name(), log);
            slots.put(function.name(), new FunctionSlots(function, processes, limits, timers, starters, output));
        }
        this.killAtExit = new Thread(this::killAll, "kill-functions");
        Runtime.getRuntime().addShutdownHook(killAtExit);
    }

    @Override
    public void invoke(FunctionSpec function, String payload, Consumer<Result> done) {
        Optional.ofNullable(slots.get(function.name()))
                .orElseThrow(() -> new IllegalArgumentException("no function " + function.name()))
                .invoke(payload, done);
    }

    /** By function name. */
    public SortedMap<String, FunctionStatus> status() {
        SortedMap<String, FunctionStatus> status = new TreeMap<>();
        slots.forEach((name, slot) -> status.put(name, slot.status()));
        return status;
    }

    /** How long invocations ran, by function name. */
    public SortedMap<String, RunTimes.Summary> times() {
        SortedMap<String, RunTimes.Summary> times = new TreeMap<>();
        slots.forEach((name, slot) -> times.put(name, slot.times()));
        return times;
    }

    /** What each function's processes took, by function name. */
    public SortedMap<String, FunctionTime> billedTimes() {
        SortedMap<String, FunctionTime> times = new TreeMap<>();
        slots.forEach((name, slot) -> times.put(name, slot.time()));
        return times;
    }

    /** Kills (SIGKILL) one living process, the seed choosing among them; empty when none lives. */
    public Optional<Killed> killOne(long seed) {
        List<Killed> living = new ArrayList<>();
        slots.forEach((name, slot) -> slot.pids().forEach(pid -> living.add(new Killed(name, pid))));
        if (living.isEmpty()) {
            return Optional.empty();
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Killed chosen = living.get(random.nextInt(living.size()));
        return Optional.of(chosen).filter(this::kill);
    }

    /** A process that was killed on purpose. */
    public record Killed(String function, long pid) {}

    /** Ends every process: asks, waits a little, kills. */
    @Override
    public void close() {
        List<FunctionInstance> asked = new ArrayList<>();
        slots.values().forEach(slot -> asked.addAll(slot.close()));
        long deadline = System.nanoTime() + limits.stop().toNanos();
        for (FunctionInstance instance : asked) {
            awaitOrKill(instance, deadline);
        }
        timers.shutdownNow();
        starters.shutdown();
        logs.values().forEach(FunctionLog::close);
        try {
            Runtime.getRuntime().removeShutdownHook(killAtExit);
        } catch (IllegalStateException e) {
            return; // The JVM is on its way down and the hook does no harm.
        }
    }

    private void awaitOrKill(FunctionInstance instance, long deadline) {
        try {
            if (!instance.awaitGone(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                instance.kill();
                instance.awaitGone(limits.stop());
            }
        } catch (InterruptedException e) {
            instance.kill();
            Thread.currentThread().interrupt();
        }
    }

    private boolean kill(Killed victim) {
        FunctionSlots slot = slots.get(victim.function());
        return slot != null && slot.kill(victim.pid());
    }

    private void killAll() {
        slots.values().forEach(slot -> slot.pids().forEach(slot::kill));
    }
}
