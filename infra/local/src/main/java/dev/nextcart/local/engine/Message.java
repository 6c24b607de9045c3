package dev.nextcart.local.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A message of a queue and how it fared there. Only actions touch it. */
final class Message {
    final String id;
    final String body;
    final String md5;
    final int eventBytes;
    final long ticket;
    final Instant sentAt;

    /** Why it is in a dead-letter queue; empty elsewhere. */
    Map<String, String> reasons = Map.of();

    /** What a stream gave up, in an on-failure queue; empty elsewhere. */
    List<DeadLetter.LostRecord> records = List.of();

    /** Why it failed last; empty while it has not. */
    String lastFailure = "";

    int receiveCount;
    Instant firstReceivedAt = Instant.EPOCH;

    /** When it becomes visible again, while in flight. */
    Instant visibleAt = Instant.EPOCH;

    /** Deleted, expired or moved away, though a line of visible messages may still hold it. */
    boolean gone;

    Message(String id, String body, String md5, int eventBytes, long ticket, Instant sentAt) {
        this.id = id;
        this.body = body;
        this.md5 = md5;
        this.eventBytes = eventBytes;
        this.ticket = ticket;
        this.sentAt = sentAt;
    }

    /** The same message as it stands in another queue, or a second time in its own: not received there yet. */
    Message again(long ticketOfCopy) {
        return new Message(id, body, md5, eventBytes, ticketOfCopy, sentAt);
    }
}
