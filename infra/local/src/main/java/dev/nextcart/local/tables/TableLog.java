package dev.nextcart.local.tables;

import dev.nextcart.local.engine.TableChange;
import java.util.List;
import java.util.Optional;

/** The stream of one table, shard by shard. */
interface TableLog {
    /** All shards there are, open or closed. */
    List<ShardName> shards();

    /**
     * A place to read a shard from.
     *
     * @param after the last sequence number that was read; empty for the oldest record kept
     */
    String iterator(String shardId, Optional<String> after);

    /**
     * Reads on from a place.
     *
     * @throws LostPlaceException when the place is no longer good: ask for another
     */
    Page read(String shardId, String iterator);

    /** A shard and the one it continues, which may be forgotten already. */
    record ShardName(String id, Optional<String> parent) {}

    /** Changes in order, and the place behind them; empty once the shard is closed and read to its end. */
    record Page(List<TableChange> changes, Optional<String> next) {}

    /** An iterator expired (after 15 minutes), or what it stood before was trimmed. */
    final class LostPlaceException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final boolean trimmed;

        LostPlaceException(boolean trimmed, Throwable cause) {
            super(trimmed ? "the records behind the place were trimmed" : "the place expired", cause);
            this.trimmed = trimmed;
        }

        /** Whether even the last record read is forgotten. */
        boolean isTrimmed() {
            return trimmed;
        }
    }
}
