package dev.nextcart.training.churn;

import dev.nextcart.inference.Purchase;
import dev.nextcart.models.churn.PurchaseHistory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The purchases and returns of each shopper, the oldest first.
 *
 * @param firstDay since 1970-01-01, as all days here; of the first purchase
 * @param lastDay of the last one
 */
public record Transactions(Map<String, List<Purchase>> byShopper, long firstDay, long lastDay) {
    static Transactions of(Map<String, List<Purchase>> byShopper) {
        Map<String, List<Purchase>> sorted = new TreeMap<>();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Map.Entry<String, List<Purchase>> each : byShopper.entrySet()) {
            List<Purchase> purchases = each.getValue().stream()
                    .sorted((left, right) -> left.occurredAt().compareTo(right.occurredAt()))
                    .toList();
            sorted.put(each.getKey(), purchases);
            first = Math.min(first, PurchaseHistory.day(purchases.getFirst().occurredAt()));
            last = Math.max(last, PurchaseHistory.day(purchases.getLast().occurredAt()));
        }
        return new Transactions(sorted, first, last);
    }

    /** What happened in the days after a cut-off: the label. */
    record Future(int purchases, long cents) {
        static Future of(List<Purchase> all, Origin origin) {
            int purchases = 0;
            long cents = 0;
            long dayBefore = Long.MIN_VALUE;
            for (Purchase purchase : all) {
                long day = PurchaseHistory.day(purchase.occurredAt());
                if (PurchaseHistory.isReturn(purchase) || day <= origin.day() || day > origin.until()) {
                    continue;
                }
                cents += purchase.valueCents();
                if (day != dayBefore) {
                    purchases++;
                    dayBefore = day;
                }
            }
            return new Future(purchases, cents);
        }
    }
}
