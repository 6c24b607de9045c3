package dev.nextcart.local.usage;

/**
 * What a table gave a function.
 *
 * @param readUnits as DynamoDB Local told
 * @param writeUnits as DynamoDB Local told
 * @param turnedAway conditional writes whose condition did not hold: DynamoDB takes at least one write unit for each,
 *     and tells nobody
 */
public record TableUse(double readUnits, double writeUnits, long turnedAway) {
    public static final TableUse NONE = new TableUse(0, 0, 0);

    public TableUse plus(TableUse more) {
        return new TableUse(readUnits + more.readUnits, writeUnits + more.writeUnits, turnedAway + more.turnedAway);
    }

    TableUse since(TableUse earlier) {
        return new TableUse(
                readUnits - earlier.readUnits, writeUnits - earlier.writeUnits, turnedAway - earlier.turnedAway);
    }
}
