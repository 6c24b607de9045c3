package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.OrderEvent.OrderCancelled;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;

/**
 * What was bought, taken back and called off over the shopper's whole life. All sums, so order cannot show.
 *
 * @param orders orders placed
 * @param units units on them
 * @param gross worth of orders placed, minor units
 * @param returns return events
 * @param unitsReturned units on them
 * @param returned worth of goods returned, minor units
 * @param cancellations cancellation events
 * @param unitsCancelled units on them
 * @param cancelled worth of what was called off, minor units
 */
public record Purchases(
        long orders,
        long units,
        Amounts gross,
        long returns,
        long unitsReturned,
        Amounts returned,
        long cancellations,
        long unitsCancelled,
        Amounts cancelled) {
    static final Purchases NONE = new Purchases(0, 0, Amounts.NONE, 0, 0, Amounts.NONE, 0, 0, Amounts.NONE);

    /** Gross less returned less cancelled, minor units. */
    public Amounts net() {
        return gross.minus(returned).minus(cancelled);
    }

    Purchases with(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed ->
                new Purchases(
                        orders + 1,
                        units + placed.units(),
                        gross.plus(placed.currency(), placed.amountCents()),
                        returns,
                        unitsReturned,
                        returned,
                        cancellations,
                        unitsCancelled,
                        cancelled);
            case OrderReturned back ->
                new Purchases(
                        orders,
                        units,
                        gross,
                        returns + 1,
                        unitsReturned + back.units(),
                        returned.plus(back.currency(), back.amountCents()),
                        cancellations,
                        unitsCancelled,
                        cancelled);
            case OrderCancelled off ->
                new Purchases(
                        orders,
                        units,
                        gross,
                        returns,
                        unitsReturned,
                        returned,
                        cancellations + 1,
                        unitsCancelled + off.units(),
                        cancelled.plus(off.currency(), off.amountCents()));
        };
    }
}
