package dev.nextcart.local.runtime;

import java.util.concurrent.atomic.LongAdder;

/**
 * Time that Lambda would bill a function for, each stretch rounded up to a millisecond (AWS Lambda pricing, read
 * 2026-11; starts are billed since August 2025). On this machine's clock and at its speed.
 */
final class BilledTime {
    private static final long NANOS_A_MILLI = 1_000_000;

    private final LongAdder invocations = new LongAdder();
    private final LongAdder billedMillis = new LongAdder();
    private final LongAdder starts = new LongAdder();
    private final LongAdder startMillis = new LongAdder();

    void invocation(long nanos) {
        invocations.increment();
        billedMillis.add(millis(nanos));
    }

    void start(long nanos) {
        starts.increment();
        startMillis.add(millis(nanos));
    }

    FunctionTime sum() {
        return new FunctionTime(invocations.sum(), billedMillis.sum(), starts.sum(), startMillis.sum());
    }

    private static long millis(long nanos) {
        return (nanos + NANOS_A_MILLI - 1) / NANOS_A_MILLI;
    }
}
