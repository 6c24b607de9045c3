package dev.nextcart.local.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A message that reached a dead-letter queue or an on-failure destination.
 *
 * @param body the message that failed; from a stream, the JSON that AWS documents for Kinesis on-failure destinations
 * @param reasons why it is here: {@code SourceQueue} or {@code SourceStream}, {@code Condition}, {@code LastFailure} …
 * @param records from a stream, what was given up (AWS keeps no such copy); empty when there was no room for it
 */
public record DeadLetter(
        String messageId, Instant sentAt, String body, Map<String, String> reasons, List<LostRecord> records) {
    /** Names the queue that gave it up, among the reasons. */
    public static final String SOURCE_QUEUE = "SourceQueue";

    /** Names the stream it was read from, among the reasons. */
    public static final String SOURCE_STREAM = "SourceStream";

    public DeadLetter {
        reasons = Map.copyOf(reasons);
        records = List.copyOf(records);
    }

    /**
     * A record of a stream that was given up.
     *
     * @param data as it was put; not copied, do not change it
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares these
    public record LostRecord(String partitionKey, String sequenceNumber, byte[] data) {}
}
