package dev.nextcart.local.runtime;

import dev.nextcart.local.engine.Invoker.Result.Answered;
import dev.nextcart.local.engine.Invoker.Result.Failed;
import dev.nextcart.local.template.FunctionSpec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process of a function with the Runtime API it polls. It serves one invocation at a time and dies once. */
final class FunctionInstance implements RuntimeClient {
    private static final int SIGNALLED = 128;

    private final FunctionSpec function;
    private final Surroundings surroundings;
    private final ReentrantLock lock = new ReentrantLock();
    private final BlockingQueue<Work> inbox = new LinkedBlockingQueue<>();
    private final CountDownLatch gone = new CountDownLatch(1);

    // All guarded by the lock.
    private @Nullable Work current;
    private @Nullable Process process;
    private @Nullable RuntimeApi api;
    private @Nullable Future<?> watchdog;
    private @Nullable Failed initFailure;
    private boolean initialised;
    private boolean running;
    private long sinceNanos;
    private boolean dead;

    FunctionInstance(FunctionSpec function, Surroundings surroundings) {
        this.function = function;
        this.surroundings = surroundings;
    }

    /** What an instance lives among. */
    record Surroundings(
            FunctionProcesses processes,
            Limits limits,
            ScheduledExecutorService timers,
            OutputListener output,
            Observer observer,
            BilledTime billed) {}

    /** Hears what becomes of instances. Called without locks held. */
    interface Observer {
        void initialised(FunctionInstance instance);

        void idle(FunctionInstance instance);

        void died(FunctionInstance instance, boolean initialised);
    }

    /** Starts the process; blocks for as long as that takes the operating system. */
    void start() {
        lock.lock();
        try {
            if (dead) {
                return;
            }
            RuntimeApi opened = RuntimeApi.open(this);
            api = opened;
            Process started = surroundings.processes().start(function, opened.address());
            process = started;
            sinceNanos = System.nanoTime();
            new OutputDrain(
                            started.getInputStream(),
                            line -> surroundings.output().line(function, line))
                    .start("output of " + function.name() + " " + started.pid());
            Thread.ofVirtual().name("end of " + function.name()).start(() -> awaitEnd(started));
            watch(surroundings.limits().init(), initTimeout());
            return;
        } catch (IOException | RuntimeException e) {
            initFailure = new Failed("Runtime.InvalidEntrypoint", "cannot start " + function.name() + ": " + e);
        } finally {
            lock.unlock();
        }
        die(new Failed("Runtime.InvalidEntrypoint", "cannot start " + function.name()));
    }

    /** Hands over work; the caller knows this instance to be idle. */
    void assign(Work work) {
        lock.lock();
        try {
            if (!dead) {
                current = work;
                inbox.add(work);
                if (initialised) {
                    watch(function.timeout(), timeout(work));
                }
                return;
            }
        } finally {
            lock.unlock();
        }
        work.end(new Failed("Runtime.ExitError", "the process was gone before it could be asked"));
    }

    @Override
    public Optional<Assignment> next() throws InterruptedException {
        if (isFirstCall()) {
            surroundings.observer().initialised(this);
        }
        Work work = inbox.take();
        lock.lock();
        try {
            if (dead) {
                return Optional.empty();
            }
            watch(function.timeout(), timeout(work));
            work.handOver();
            running = true;
            sinceNanos = System.nanoTime();
            return Optional.of(
                    new Assignment(work, function.arn(), Instant.now().plus(function.timeout())));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isCurrent(String requestId) {
        lock.lock();
        try {
            return current != null && current.requestId().equals(requestId);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void answered(String requestId, String payload) {
        finish(requestId, work -> work.end(new Answered(payload)));
    }

    @Override
    public void failed(String requestId, String errorType, String message) {
        finish(requestId, work -> work.end(new Failed(errorType, message)));
    }

    @Override
    public void initFailed(String errorType, String message) {
        lock.lock();
        try {
            initFailure = new Failed(errorType, message);
        } finally {
            lock.unlock();
        }
    }

    /** The process's id, while it lives. */
    Optional<Long> pid() {
        lock.lock();
        try {
            return dead || process == null ? Optional.empty() : Optional.of(process.pid());
        } finally {
            lock.unlock();
        }
    }

    /** SIGKILL. What was under way fails once the operating system says that the process is gone. */
    void kill() {
        lock.lock();
        try {
            if (process != null) {
                process.destroyForcibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Asks the process to end. */
    void askToStop() {
        lock.lock();
        try {
            if (process != null) {
                process.toHandle().destroy(); // Process.destroy() would close its output before it has said its last.
                return;
            }
        } finally {
            lock.unlock();
        }
        die(new Failed("Sandbox.Stopped", "the local cloud stopped"));
    }

    boolean awaitGone(Duration patience) throws InterruptedException {
        return gone.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private boolean isFirstCall() {
        lock.lock();
        try {
            boolean first = !initialised && !dead;
            initialised = true;
            if (first) {
                surroundings.billed().start(System.nanoTime() - sinceNanos);
            }
            if (first && watchdog != null) {
                watchdog.cancel(false);
            }
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void finish(String requestId, Consumer<Work> end) {
        Work finished;
        lock.lock();
        try {
            if (current == null || !current.requestId().equals(requestId)) {
                return; // It timed out in this very moment, or the runtime says it twice.
            }
            finished = current;
            current = null;
            ran();
            if (watchdog != null) {
                watchdog.cancel(false);
            }
        } finally {
            lock.unlock();
        }
        surroundings.observer().idle(this);
        end.accept(finished);
    }

    /** Holding the lock: what was handed out has ended. */
    private void ran() {
        running = false;
        surroundings.billed().invocation(System.nanoTime() - sinceNanos);
    }

    private void watch(Duration patience, Failed verdict) {
        if (watchdog != null) {
            watchdog.cancel(false);
        }
        watchdog = surroundings.timers().schedule(() -> timeOut(verdict), patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void timeOut(Failed verdict) {
        die(verdict);
        kill();
    }

    private void awaitEnd(Process started) {
        try {
            die(exit(started.waitFor()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Nobody does; the shutdown hook would still find the process.
        }
    }

    private void die(Failed verdict) {
        Work unfinished;
        boolean wasInitialised;
        RuntimeApi open;
        lock.lock();
        try {
            if (dead) {
                return;
            }
            dead = true;
            unfinished = current;
            current = null;
            wasInitialised = initialised;
            if (running) {
                ran();
            } else if (!initialised && process != null) {
                surroundings.billed().start(System.nanoTime() - sinceNanos);
            }
            open = api;
            if (watchdog != null) {
                watchdog.cancel(false);
            }
        } finally {
            lock.unlock();
        }
        if (open != null) {
            open.close();
        }
        gone.countDown();
        surroundings.observer().died(this, wasInitialised);
        if (unfinished != null) {
            unfinished.end(initFailure == null ? verdict : initFailure);
        }
    }

    private Failed timeout(Work work) {
        return new Failed(
                "Sandbox.Timedout",
                "RequestId: %s Error: Task timed out after %.2f seconds"
                        .formatted(work.requestId(), function.timeout().toMillis() / 1000.0));
    }

    private Failed initTimeout() {
        return new Failed(
                "Sandbox.Timedout",
                function.name() + " did not ask for work within "
                        + surroundings.limits().init().toSeconds() + " s of its start");
    }

    private static Failed exit(int status) {
        return new Failed(
                "Runtime.ExitError",
                "Runtime exited with "
                        + (status > SIGNALLED ? "signal " + (status - SIGNALLED) : "exit status " + status));
    }
}
