package dev.nextcart.local.verify;

import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.local.verify.Difference.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the catalogue with the newest change sent of each product, field by field. */
final class CatalogueCheck {
    private final Map<ProductId, List<ProductChanged>> expected = new LinkedHashMap<>();
    private final Set<String> toldTwice;
    private final Differences differences;
    private long compared;
    private long counted;
    private long superseded;

    CatalogueCheck(List<ProductChanged> sent, Set<String> toldTwice, Differences differences) {
        this.toldTwice = toldTwice;
        this.differences = differences;
        sent.forEach(change -> expected.computeIfAbsent(change.product(), product -> new ArrayList<>())
                .add(change));
    }

    void add(ProductChanged stored) {
        compared++;
        List<ProductChanged> changes = expected.remove(stored.product());
        if (changes == null) {
            differ(stored.product(), "is stored, though nothing was sent of it", List.of());
            return;
        }
        for (ProductChanged change : changes) {
            int order = ProductChanged.ORDER.compare(change, stored);
            counted += order == 0 ? 1 : 0;
            superseded += order < 0 ? 1 : 0;
        }
        ProductChanged newest = Collections.max(changes, ProductChanged.ORDER);
        if (!newest.equals(stored)) {
            List<String> details = new ArrayList<>(RecordFields.differing(newest, stored));
            if (toldTwice.contains(newest.eventId())) {
                details.add("event " + newest.eventId()
                        + " was sent with two different contents; either may have been counted");
            }
            differ(stored.product(), "is not the newest of the " + changes.size() + " changes sent", details);
        }
    }

    /** Call when all stored products were added. */
    void finish() {
        expected.forEach((product, changes) -> {
            compared++;
            differ(product, "is not stored, though " + changes.size() + " changes were sent", List.of());
        });
    }

    private void differ(ProductId product, String what, List<String> details) {
        differences.add(Kind.PRODUCT, "product " + product + " " + what, details);
    }

    long compared() {
        return compared;
    }

    /** Changes that stand. */
    long counted() {
        return counted;
    }

    /** Changes older than what stands of their product. */
    long superseded() {
        return superseded;
    }
}
