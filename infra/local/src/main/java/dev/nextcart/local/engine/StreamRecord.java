package dev.nextcart.local.engine;

import java.time.Instant;

/**
 * A record of a stream.
 *
 * @param data as it was put; nobody changes it
 * @param eventBytes at least what it takes in an event
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only, copied once at the door
record StreamRecord(
        String shardId,
        String sequenceNumber,
        String partitionKey,
        byte[] data,
        Instant arrivedAt,
        long ticket,
        int eventBytes) {}
