package dev.nextcart.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * How the engine stood at one moment.
 *
 * @param outstanding tickets not settled
 * @param unmatched events no rule wanted, so far
 * @param queues by logical id
 * @param streams by logical id, of streams and of tables whose changes somebody follows
 * @param sources by their functions' logical ids, then in the template's order
 */
public record EngineStatus(
        Instant now,
        int outstanding,
        OptionalLong oldestOutstandingTicket,
        long unmatched,
        SortedMap<String, QueueStatus> queues,
        SortedMap<String, StreamStatus> streams,
        List<SourceStatus> sources) {

    /**
     * A queue.
     *
     * @param name queue name
     * @param visible messages that can be received
     * @param inFlight messages received and neither deleted nor visible again
     * @param delayed messages that will turn up by themselves (duplicates under way)
     * @param deadLetter whether it takes what other queues or streams give up
     * @param deadLettered messages it handed to its dead-letter queue, so far
     * @param expired messages it dropped at the end of their retention, so far
     * @param oldest age of its oldest message; zero when empty
     */
    public record QueueStatus(
            String name,
            int visible,
            int inFlight,
            int delayed,
            boolean deadLetter,
            long deadLettered,
            long expired,
            Duration oldest) {}

    /** A stream: its name and its shards. */
    public record StreamStatus(String name, List<ShardStatus> shards) {}

    /**
     * A shard.
     *
     * @param behind records not yet done or given up, of the source that is furthest behind
     * @param oldest age of the oldest of them; zero when there are none
     */
    public record ShardStatus(String id, int behind, Duration oldest) {}

    /**
     * A schedule.
     *
     * @param function function name
     * @param expression as the template writes it
     * @param enabled whether it fires by itself
     * @param next when it does; empty if it never will
     * @param last when it last fired, by itself or by hand
     * @param tally its invocations
     */
    public record ScheduleStatus(
            String name,
            String function,
            String expression,
            boolean enabled,
            Optional<Instant> next,
            Optional<Instant> last,
            SourceStatus tally) {}

    /**
     * An event source. All but {@code running} count from the start.
     *
     * @param function function name
     * @param running invocations under way
     * @param invocations begun; throttled ones do not count
     * @param failures invocations that failed as a whole
     * @param partialFailures invocations that reported failed items
     * @param delivered messages or records handed over, repeats included
     * @param acknowledged messages or records done
     * @param givenUp records handed to the on-failure destination
     * @param expired records dropped at the end of the stream's retention
     * @param filtered messages or records that its filter held back
     */
    public record SourceStatus(
            String id,
            String function,
            int running,
            long invocations,
            long failures,
            long partialFailures,
            long throttles,
            long delivered,
            long acknowledged,
            long givenUp,
            long expired,
            long filtered) {}

    /**
     * A delivery stream into the archive.
     *
     * @param buffered records that have not landed yet
     * @param bufferedBytes of these, not compressed
     * @param oldest age of the first of them; zero when there are none
     * @param objects landed, so far
     * @param landed records in these
     */
    public record DeliveryStatus(
            String name, long buffered, long bufferedBytes, Duration oldest, long objects, long landed) {}
}
