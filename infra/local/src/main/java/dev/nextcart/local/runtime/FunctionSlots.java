package dev.nextcart.local.runtime;

import dev.nextcart.local.engine.Invoker.Result;
import dev.nextcart.local.runtime.FunctionInstance.Surroundings;
import dev.nextcart.local.template.FunctionSpec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The processes of one function: started when needed, used again while they live, replaced when they died. */
final class FunctionSlots implements FunctionInstance.Observer {
    private final FunctionSpec function;
    private final Limits limits;
    private final Surroundings surroundings;
    private final Executor starters;
    private final RunTimes times = new RunTimes();
    private final BilledTime billed = new BilledTime();
    private final ReentrantLock lock = new ReentrantLock();

    // All guarded by the lock.
    private final List<FunctionInstance> living = new ArrayList<>();
    private final Deque<FunctionInstance> idle = new ArrayDeque<>();
    private int failedStarts;
    private int unreplaced;
    private long invocations;
    private long failures;
    private long restarts;
    private boolean closed;

    FunctionSlots(
            FunctionSpec function,
            FunctionProcesses processes,
            Limits limits,
            ScheduledExecutorService timers,
            Executor starters,
            OutputListener output) {
        this.function = function;
        this.limits = limits;
        this.starters = starters;
        this.surroundings = new Surroundings(processes, limits, timers, output, this, billed);
    }

    void invoke(String payload, Consumer<Result> done) {
        Work work = new Work(UUID.randomUUID().toString(), payload, counting(done), times::add);
        FunctionInstance free;
        lock.lock();
        try {
            if (!closed && !idle.isEmpty()) {
                invocations++;
                free = idle.pop();
            } else if (!closed && living.size() < limits.instances()) {
                invocations++;
                begin(work);
                return;
            } else {
                free = null;
            }
        } finally {
            lock.unlock();
        }
        if (free == null) {
            done.accept(new Result.Throttled());
        } else {
            free.assign(work);
        }
    }

    /** The living processes, oldest first. */
    List<Long> pids() {
        return instances().stream().flatMap(instance -> instance.pid().stream()).toList();
    }

    /** Kills the process with this id, if it lives. */
    boolean kill(long pid) {
        Optional<FunctionInstance> victim = instances().stream()
                .filter(instance -> instance.pid().filter(id -> id == pid).isPresent())
                .findFirst();
        victim.ifPresent(FunctionInstance::kill);
        return victim.isPresent();
    }

    FunctionStatus status() {
        lock.lock();
        try {
            return new FunctionStatus(living.size(), invocations, failures, restarts);
        } finally {
            lock.unlock();
        }
    }

    RunTimes.Summary times() {
        return times.summary();
    }

    FunctionTime time() {
        return billed.sum();
    }

    /** Takes no more work and asks the living to end; they are returned to be waited for. */
    List<FunctionInstance> close() {
        lock.lock();
        try {
            closed = true;
            idle.clear();
        } finally {
            lock.unlock();
        }
        List<FunctionInstance> asked = instances();
        asked.forEach(FunctionInstance::askToStop);
        return asked;
    }

    @Override
    public void initialised(FunctionInstance instance) {
        lock.lock();
        try {
            failedStarts = 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void idle(FunctionInstance instance) {
        lock.lock();
        try {
            if (!closed && living.contains(instance)) {
                idle.push(instance); // The last one used first: the others may grow cold.
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void died(FunctionInstance instance, boolean initialised) {
        lock.lock();
        try {
            living.remove(instance);
            idle.remove(instance);
            unreplaced++;
            failedStarts = initialised ? 0 : failedStarts + 1;
        } finally {
            lock.unlock();
        }
    }

    /** It has its work before it starts, so that whatever becomes of the start, the work hears of it. */
    private void begin(Work work) {
        FunctionInstance instance = new FunctionInstance(function, surroundings);
        instance.assign(work);
        living.add(instance);
        if (unreplaced > 0) {
            unreplaced--;
            restarts++;
        }
        Duration wait = limits.backoff(failedStarts);
        CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS, starters)
                .execute(instance::start);
    }

    private Consumer<Result> counting(Consumer<Result> done) {
        return result -> {
            if (result instanceof Result.Failed) {
                lock.lock();
                try {
                    failures++;
                } finally {
                    lock.unlock();
                }
            }
            done.accept(result);
        };
    }

    private List<FunctionInstance> instances() {
        lock.lock();
        try {
            return List.copyOf(living);
        } finally {
            lock.unlock();
        }
    }
}
