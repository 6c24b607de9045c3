package dev.nextcart.store;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * Counts what the stores ask of DynamoDB, for any number of threads. A request is a call that a store makes; what the
 * SDK repeats inside it is not seen, nor are the units that DynamoDB takes for a failed condition, of which it tells
 * nobody (such writes are counted by table).
 */
public final class StoreMeter {
    private final LongAdder requests = new LongAdder();
    private final DoubleAdder readUnits = new DoubleAdder();
    private final DoubleAdder writeUnits = new DoubleAdder();
    private final LongAdder racesLost = new LongAdder();
    private final ConcurrentMap<String, Adders> tables = new ConcurrentHashMap<>();

    private static final class Adders {
        final DoubleAdder readUnits = new DoubleAdder();
        final DoubleAdder writeUnits = new DoubleAdder();
        final LongAdder turnedAway = new LongAdder();
    }

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

    /**
     * What one table gave since the meter was made.
     *
     * @param turnedAway conditional writes whose condition did not hold: each took one write unit at least, more if the
     *     item that stands is larger than 1 KB
     */
    public record TableUnits(double readUnits, double writeUnits, long turnedAway) {
        private static final TableUnits NONE = new TableUnits(0, 0, 0);

        /** By table, what came between an earlier look and this one; tables with nothing are left out. */
        public static SortedMap<String, TableUnits> between(
                Map<String, TableUnits> earlier, Map<String, TableUnits> later) {
            SortedMap<String, TableUnits> spent = new TreeMap<>();
            later.forEach((table, units) -> spent.put(table, units.since(earlier.getOrDefault(table, NONE))));
            spent.values().removeIf(NONE::equals);
            return spent;
        }

        private TableUnits since(TableUnits earlier) {
            return new TableUnits(
                    readUnits - earlier.readUnits, writeUnits - earlier.writeUnits, turnedAway - earlier.turnedAway);
        }
    }

    /** By table, all that {@link #snapshot} has in one sum. */
    public SortedMap<String, TableUnits> byTable() {
        SortedMap<String, TableUnits> units = new TreeMap<>();
        tables.forEach((table, sums) ->
                units.put(table, new TableUnits(sums.readUnits.sum(), sums.writeUnits.sum(), sums.turnedAway.sum())));
        return units;
    }

    public Snapshot snapshot() {
        return new Snapshot(requests.sum(), readUnits.sum(), writeUnits.sum(), racesLost.sum());
    }

    void request() {
        requests.increment();
    }

    void read(@Nullable ConsumedCapacity capacity) {
        readUnits.add(units(capacity));
        table(capacity).ifPresent(table -> table.readUnits.add(units(capacity)));
    }

    void wrote(@Nullable ConsumedCapacity capacity) {
        writeUnits.add(units(capacity));
        table(capacity).ifPresent(table -> table.writeUnits.add(units(capacity)));
    }

    void raceLost() {
        racesLost.increment();
    }

    /** A condition did not hold, so nothing was written. */
    void turnedAway(String table) {
        tables.computeIfAbsent(table, fresh -> new Adders()).turnedAway.increment();
    }

    private Optional<Adders> table(@Nullable ConsumedCapacity capacity) {
        return Optional.ofNullable(capacity)
                .map(ConsumedCapacity::tableName)
                .map(table -> tables.computeIfAbsent(table, fresh -> new Adders()));
    }

    private static double units(@Nullable ConsumedCapacity capacity) {
        return capacity == null || capacity.capacityUnits() == null ? 0 : capacity.capacityUnits();
    }
}
