package dev.nextcart.store;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * Counts what the stores ask of DynamoDB, for any number of threads. A request is a call that a store makes; what the
 * SDK repeats inside it is not seen, nor are the units that DynamoDB takes for a failed condition, of which it tells
 * nobody.
 */
public final class StoreMeter {
    private final LongAdder requests = new LongAdder();
    private final DoubleAdder readUnits = new DoubleAdder();
    private final DoubleAdder writeUnits = new DoubleAdder();
    private final LongAdder racesLost = new LongAdder();

    /**
     * Counts since the meter was made.
     *
     * @param readUnits read request units, in halves
     * @param writeUnits write request units
     * @param racesLost conditional writes that somebody else had got ahead of
     */
    public record Snapshot(long requests, double readUnits, double writeUnits, long racesLost) {
        /** What was counted between an earlier snapshot and this one. */
        public Snapshot since(Snapshot earlier) {
            return new Snapshot(
                    requests - earlier.requests,
                    readUnits - earlier.readUnits,
                    writeUnits - earlier.writeUnits,
                    racesLost - earlier.racesLost);
        }
    }

    public Snapshot snapshot() {
        return new Snapshot(requests.sum(), readUnits.sum(), writeUnits.sum(), racesLost.sum());
    }

    void request() {
        requests.increment();
    }

    void read(@Nullable ConsumedCapacity capacity) {
        readUnits.add(units(capacity));
    }

    void wrote(@Nullable ConsumedCapacity capacity) {
        writeUnits.add(units(capacity));
    }

    void raceLost() {
        racesLost.increment();
    }

    private static double units(@Nullable ConsumedCapacity capacity) {
        return capacity == null || capacity.capacityUnits() == null ? 0 : capacity.capacityUnits();
    }
}
