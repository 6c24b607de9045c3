package dev.nextcart.local.shop;

import dev.nextcart.domain.event.Fingerprint;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the sales of one product tell of it, as if the shop had said so at the time: each title once, when it was first
 * sold under it, and at the last sale what then held, if that is news. Only sales at a price tell: returns look back,
 * and rows without one are stock corrections ("damaged", "?"). Rows may come in any order.
 */
final class ProductTellings {
    /** Of a product; real shops reword a handful of times, and a file whose titles are free text must not fill memory. */
    static final int MAX_TITLES = 10;

    private final Map<String, Telling> firsts = new LinkedHashMap<>();
    private @Nullable Telling last;

    /** A sale: when, under which title, at what price. */
    private record Telling(Instant at, OrderRow row) {
        boolean saysWhat(Telling other) {
            return row.description().equals(other.row.description())
                    && row.line().unitPriceCents() == other.row.line().unitPriceCents();
        }
    }

    /** Takes in one row of the product; the {@value #MAX_TITLES} titles met first are told of, and the last one. */
    void add(OrderRow row) {
        if (row.returned() || row.description().isEmpty() || row.line().unitPriceCents() <= 0) {
            return;
        }
        Telling telling = new Telling(row.at(), row);
        if (firsts.size() < MAX_TITLES || firsts.containsKey(row.description())) {
            firsts.merge(row.description(), telling, (before, now) -> now.at.isBefore(before.at) ? now : before);
        }
        last = last == null || !telling.at.isBefore(last.at) ? telling : last;
    }

    /** Nothing if nothing was told. */
    List<ProductChanged> events(ProductId product, String currency) {
        List<Telling> told = new ArrayList<>(firsts.values());
        told.sort(Comparator.comparing(Telling::at));
        if (last != null && !last.saysWhat(told.getLast())) {
            told.add(last);
        }
        List<ProductChanged> events = new ArrayList<>();
        for (Telling telling : told) {
            events.add(event(product, currency, telling, events.size() + 1));
        }
        return events;
    }

    /** The number in the id, of two digits, puts changes of one moment in order. */
    private static ProductChanged event(ProductId product, String currency, Telling telling, int number) {
        String eventId = String.format(Locale.ROOT, "product-%016x-%02d", Fingerprint.of(product.value()), number);
        return new ProductChanged(
                new Origin(eventId, telling.at),
                product,
                telling.row.description(),
                "",
                telling.row.line().category(),
                telling.row.line().unitPriceCents(),
                currency,
                OptionalInt.empty());
    }
}
