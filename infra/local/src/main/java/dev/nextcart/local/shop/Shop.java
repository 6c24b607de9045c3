package dev.nextcart.local.shop;

import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A shop's history, ready to be told.
 *
 * @param about what it is and where it came from, one sentence for a person
 * @param events in order of time, then of event id
 * @param productNames what a person calls the products, as far as known
 */
public record Shop(String about, List<ShopEvent> events, Map<ProductId, String> productNames) {
    static final Comparator<ShopEvent> ORDER =
            Comparator.comparing(ShopEvent::occurredAt).thenComparing(ShopEvent::eventId);

    public Shop {
        events = events.stream().sorted(ORDER).toList();
        productNames = Map.copyOf(productNames);
    }
}
