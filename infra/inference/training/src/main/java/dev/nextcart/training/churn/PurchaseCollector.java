package dev.nextcart.training.churn;

import dev.nextcart.inference.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers purchases by shopper; the lines of an order become one. */
final class PurchaseCollector {
    private final Map<String, List<Purchase>> byShopper = new HashMap<>();
    private final Map<Order, Lines> open = new HashMap<>();

    /** An order's goods, or what came back of them, of one shopper: an invoice may hold both. */
    private record Order(String shopper, String invoice, boolean returned) {}

    private static final class Lines {
        private Instant earliest;
        private long cents;
        private long units;

        private Lines(Instant earliest) {
            this.earliest = earliest;
        }
    }

    void add(String shopper, Purchase purchase) {
        byShopper.computeIfAbsent(shopper, key -> new ArrayList<>()).add(purchase);
    }

    /**
     * @param units negative for a return
     */
    void addLine(String shopper, String invoice, boolean returned, Instant at, long cents, long units) {
        Lines lines = open.computeIfAbsent(new Order(shopper, invoice, returned), key -> new Lines(at));
        lines.earliest = at.isBefore(lines.earliest) ? at : lines.earliest;
        lines.cents += cents;
        lines.units += units;
    }

    boolean isEmpty() {
        return byShopper.isEmpty() && open.isEmpty();
    }

    /** All that was added; call once. */
    Transactions transactions() {
        open.forEach((order, lines) -> {
            // A free return still is one; units tell.
            int units = (int) Math.clamp(lines.units, Integer.MIN_VALUE + 1L, Integer.MAX_VALUE);
            add(order.shopper(), new Purchase(lines.earliest, lines.cents, units));
        });
        open.clear();
        return Transactions.of(byShopper);
    }
}
