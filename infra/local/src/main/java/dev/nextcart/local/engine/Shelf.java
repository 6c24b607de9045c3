package dev.nextcart.local.engine;

import java.util.List;

/** How much a queue keeps that nobody reads but an operator. */
final class Shelf {
    /** More than a person will ever look through; the oldest make room, as if their retention had ended. */
    static final int MAX_MESSAGES = 100_000;

    /** A copy of lost records is a courtesy (AWS keeps none) and must not cost the process its memory. */
    static final long MAX_RECORD_BYTES = 64L << 20;

    private final VisibleMessages messages;
    private long recordBytes;

    Shelf(VisibleMessages messages) {
        this.messages = messages;
    }

    /** Whether copies of these records fit; if so, they count from now on. */
    boolean hasRoomFor(List<DeadLetter.LostRecord> records) {
        long bytes = sum(records);
        if (recordBytes + bytes > MAX_RECORD_BYTES) {
            return false;
        }
        recordBytes += bytes;
        return true;
    }

    /** Their copies went, with the message they lay in. */
    void forget(List<DeadLetter.LostRecord> records) {
        recordBytes -= sum(records);
    }

    /** How many messages were dropped. */
    int makeRoom() {
        int dropped = 0;
        for (Message oldest = messages.first();
                oldest != null && messages.size() > MAX_MESSAGES;
                oldest = messages.first()) {
            messages.removeFirst();
            recordBytes -= sum(oldest.records);
            dropped++;
        }
        return dropped;
    }

    private static long sum(List<DeadLetter.LostRecord> records) {
        return records.stream().mapToLong(one -> one.data().length).sum();
    }
}
