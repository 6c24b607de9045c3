package dev.nextcart.domain.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All the shop says of a product from now on: it replaces what was said before, so an optional field that is absent is
 * no longer known. Nobody's act, so it belongs to no profile.
 *
 * @param title what a shopper calls it, 1..200 characters
 * @param description the rest of the page, 0..10,000 characters; 40 KB at most, a tenth of what a DynamoDB item holds
 * @param category what the shop calls this kind of product, if the sender knows
 * @param priceCents list price of one unit in minor units, 0..10^9
 * @param currency ISO 4217 code of the price
 * @param stock units on hand, 0..1,000,000,000, if the sender counts them
 */
public record ProductChanged(
        Origin origin,
        ProductId product,
        String title,
        String description,
        Optional<Category> category,
        long priceCents,
        String currency,
        OptionalInt stock)
        implements ShopEvent {
    public static final int MAX_TITLE_CHARS = 200;
    static final int MAX_DESCRIPTION_CHARS = 10_000;
    static final int MAX_STOCK = 1_000_000_000;

    /**
     * Oldest first, by (occurredAt, eventId), ids as DynamoDB orders them: by their UTF-8 bytes, which Java's own order
     * of strings is not (a surrogate sorts below U+E000). Two changes of one product that it finds equal are one fact.
     */
    public static final Comparator<ProductChanged> ORDER = Comparator.comparing(ProductChanged::occurredAt)
            .thenComparing(ProductChanged::idBytes, Arrays::compareUnsigned);

    public ProductChanged {
        Rules.text("title", title, 1, MAX_TITLE_CHARS);
        Rules.text("description", description, 0, MAX_DESCRIPTION_CHARS);
        Rules.range("priceCents", priceCents, 0, OrderLine.MAX_PRICE_CENTS);
        currency = Rules.currency("currency", currency);
        stock.ifPresent(units -> Rules.range("stock", units, 0, MAX_STOCK));
    }

    @Override
    public Optional<ShopperId> shopper() {
        return Optional.empty();
    }

    private byte[] idBytes() {
        return eventId().getBytes(StandardCharsets.UTF_8);
    }
}
