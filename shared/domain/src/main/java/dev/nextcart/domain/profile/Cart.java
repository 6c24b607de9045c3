package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.ClickEvent.CartItemAdded;
import dev.nextcart.domain.event.ClickEvent.CartItemRemoved;
import dev.nextcart.domain.event.Fingerprint;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What lies in the cart. Each product's last writer wins by (at, event fingerprint), removals included; kept are the
 * newest {@value #KEPT} products by the same order. Both are maxima over the counted set, so order cannot show: a
 * product's entry only ever grows, so one that fell out has {@value #KEPT} greater ones ahead for ever.
 *
 * @param entries the newest writer of each product, newest first, at most {@value #KEPT}
 * @param checkedOutAt when the newest order was placed, which empties the cart (a maximum)
 */
public record Cart(List<Entry> entries, Optional<Instant> checkedOutAt) {
    public static final int KEPT = 50;
    static final Cart EMPTY = new Cart(List.of(), Optional.empty());
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::at)
            .thenComparing(Entry::fingerprint, Long::compareUnsigned)
            .thenComparing(Entry::product);

    public Cart {
        entries = List.copyOf(entries);
    }

    /**
     * The last word on one product.
     *
     * @param quantity units now in the cart; 0 after a removal
     * @param at when the click was made
     * @param fingerprint of the click's event id
     */
    public record Entry(ProductId product, int quantity, Instant at, long fingerprint) {}

    /** What is in the cart now: entries with units, clicked after the newest order. */
    public List<Entry> contents() {
        return entries.stream()
                .filter(entry -> entry.quantity > 0)
                .filter(entry -> checkedOutAt.isEmpty() || entry.at.isAfter(checkedOutAt.get()))
                .toList();
    }

    Cart with(ShopEvent event) {
        return switch (event) {
            case CartItemAdded added -> with(entry(added.product(), added.quantity(), event));
            case CartItemRemoved removed -> with(entry(removed.product(), 0, event));
            case OrderPlaced placed -> checkedOut(placed.occurredAt());
            default -> this;
        };
    }

    private static Entry entry(ProductId product, int quantity, ShopEvent event) {
        return new Entry(product, quantity, event.occurredAt(), Fingerprint.of(event.eventId()));
    }

    private Cart with(Entry entry) {
        List<Entry> others = new ArrayList<>(entries);
        Optional<Entry> before =
                entries.stream().filter(e -> e.product.equals(entry.product)).findFirst();
        before.ifPresent(others::remove);
        Entry last = before.filter(e -> ORDER.compare(e, entry) > 0).orElse(entry);
        return new Cart(Newest.merge(others, List.of(last), KEPT, ORDER), checkedOutAt);
    }

    private Cart checkedOut(Instant at) {
        return new Cart(
                entries, checkedOutAt.filter(before -> before.isAfter(at)).or(() -> Optional.of(at)));
    }
}
