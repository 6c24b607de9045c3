package dev.nextcart.domain.event;

import java.util.Optional;

/**
 * One product on an order, a return or a cancellation.
 *
 * @param quantity units, 1..1,000,000; the kind of event says which way they go
 * @param unitPriceCents price of one unit in minor units of the order's currency, -10^9..10^9; negative is a credit
 *     (a discount line, a bad-debt adjustment)
 * @param category what the shop calls this kind of product, if the sender knows
 */
public record OrderLine(ProductId product, int quantity, long unitPriceCents, Optional<Category> category) {
    static final int MAX_QUANTITY = 1_000_000;
    static final long MAX_PRICE_CENTS = 1_000_000_000;

    public OrderLine {
        Rules.range("quantity", quantity, 1, MAX_QUANTITY);
        Rules.range("unitPriceCents", unitPriceCents, -MAX_PRICE_CENTS, MAX_PRICE_CENTS);
    }

    public OrderLine(String product, int quantity, long unitPriceCents) {
        this(new ProductId(product), quantity, unitPriceCents, Optional.empty());
    }

    /** Quantity times price, minor units; at most 10^15 either way. */
    public long amountCents() {
        return quantity * unitPriceCents;
    }
}
