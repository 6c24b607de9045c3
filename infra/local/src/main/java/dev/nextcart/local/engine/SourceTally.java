package dev.nextcart.local.engine;

import dev.nextcart.local.engine.EngineStatus.SourceStatus;

/** What an event source has done so far. Only actions touch it. */
final class SourceTally {
    private final String sourceId;
    private final String function;
    int running;
    long invocations;
    long failures;
    long partialFailures;
    long throttles;
    long delivered;
    long acknowledged;
    long givenUp;
    long expired;
    long filtered;

    SourceTally(String sourceId, String function) {
        this.sourceId = sourceId;
        this.function = function;
    }

    void started(int items) {
        running++;
        invocations++;
        delivered += items;
    }

    void ended() {
        running--;
    }

    /** The invocation that ended had not begun. */
    void throttled(int items) {
        throttles++;
        invocations--;
        delivered -= items;
    }

    SourceStatus status() {
        return new SourceStatus(
                sourceId,
                function,
                running,
                invocations,
                failures,
                partialFailures,
                throttles,
                delivered,
                acknowledged,
                givenUp,
                expired,
                filtered);
    }
}
