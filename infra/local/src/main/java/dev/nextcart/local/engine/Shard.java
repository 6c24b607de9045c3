package dev.nextcart.local.engine;

/** One shard: its name and the numbers it gives its records. Its records wait in the {@link Lane}s of their readers. */
final class Shard {
    /** What Kinesis numbers look like: 56 digits that begin with 49. Where the counter starts means nothing. */
    private static final String NUMBER_PREFIX = "4959033827149025660855969253836157";

    private final int index;
    private final String id;
    private long numbered;

    Shard(int index) {
        this.index = index;
        this.id = "shardId-%012d".formatted(index);
    }

    int index() {
        return index;
    }

    String id() {
        return id;
    }

    /** How many records it has numbered. */
    long numbered() {
        return numbered;
    }

    /** Greater than all before, as a number and as a string: always as many digits. */
    String nextSequenceNumber() {
        numbered++;
        return "%s%03d%019d".formatted(NUMBER_PREFIX, index, numbered);
    }
}
