package dev.nextcart.local.bench;

import dev.nextcart.local.runtime.OutputListener;
import dev.nextcart.local.template.FunctionSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a starting function says of how far it got; functions do so when their environment asks for it. */
final class StartTrace implements OutputListener {
    static final String PROGRAM = "program";
    static final String BEANS = "beans";
    static final String CONTAINER = "container";
    static final String WIRED = "wired";

    private static final String SWITCH = "NEXTCART_START_TRACE";
    private static final Pattern STEP = Pattern.compile("start-trace ([a-z]+) ([0-9]{1,18})");
    private static final double MICROS_PER_MILLI = 1_000;

    /** What it printed before its answer is in the pipe when the answer comes. */
    private static final long PATIENCE_SECONDS = 10;

    private final OutputListener next;
    private final Map<String, Long> micros = new HashMap<>();
    private final CountDownLatch wired = new CountDownLatch(1);

    /** @param next hears everything too */
    StartTrace(OutputListener next) {
        this.next = next;
    }

    /** The same function, asked to say how far it got. */
    static FunctionSpec traced(FunctionSpec function) {
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.put(SWITCH, "on");
        return new FunctionSpec(
                function.id(),
                function.name(),
                function.arn(),
                function.codeUri(),
                function.handler(),
                function.timeout(),
                function.memoryMegabytes(),
                environment,
                function.sources());
    }

    @Override
    public void line(FunctionSpec function, String line) {
        Matcher step = STEP.matcher(line);
        if (step.matches()) {
            synchronized (micros) {
                micros.put(step.group(1), Long.valueOf(step.group(2)));
            }
            if (step.group(1).equals(WIRED)) {
                wired.countDown();
            }
        }
        next.line(function, line);
    }

    /** @throws IllegalStateException when the function never says that it has what it needs */
    void await() {
        try {
            if (!wired.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "the function does not say how far its start got: is its package older?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a function started", e);
        }
    }

    /** When it got that far, in milliseconds since then; empty if it did not say. */
    OptionalDouble millis(String step, long sinceEpochMicros) {
        synchronized (micros) {
            Long at = micros.get(step);
            return at == null ? OptionalDouble.empty() : OptionalDouble.of((at - sinceEpochMicros) / MICROS_PER_MILLI);
        }
    }
}
