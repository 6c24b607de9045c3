package dev.nextcart.domain.ledger;

import dev.nextcart.domain.profile.Amounts;

/**
 * Sums over one product's lines of one day; money in minor units by currency.
 *
 * @param lines lines of any kind
 * @param unitsSold units on orders placed
 * @param sold worth of them
 * @param unitsReturned units that came back that day, whenever they were sold
 * @param returned worth of them
 * @param unitsCancelled units called off that day
 * @param cancelled worth of them
 */
public record Sales(
        long lines,
        long unitsSold,
        Amounts sold,
        long unitsReturned,
        Amounts returned,
        long unitsCancelled,
        Amounts cancelled) {
    public static final Sales NONE = new Sales(0, 0, Amounts.NONE, 0, Amounts.NONE, 0, Amounts.NONE);

    public Sales plus(SaleLine line) {
        int units = line.quantity();
        return switch (line.kind()) {
            case SOLD ->
                new Sales(
                        lines + 1,
                        unitsSold + units,
                        sold.plus(line.currency(), line.amountCents()),
                        unitsReturned,
                        returned,
                        unitsCancelled,
                        cancelled);
            case RETURNED ->
                new Sales(
                        lines + 1,
                        unitsSold,
                        sold,
                        unitsReturned + units,
                        returned.plus(line.currency(), line.amountCents()),
                        unitsCancelled,
                        cancelled);
            case CANCELLED ->
                new Sales(
                        lines + 1,
                        unitsSold,
                        sold,
                        unitsReturned,
                        returned,
                        unitsCancelled + units,
                        cancelled.plus(line.currency(), line.amountCents()));
        };
    }
}
