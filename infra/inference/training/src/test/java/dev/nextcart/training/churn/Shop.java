package dev.nextcart.training.churn;

import dev.nextcart.inference.Purchase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A shop as BG/NBD has it: shoppers come in the first third of the days, buy at rates of their own, and leave. */
final class Shop {
    static final LocalDate OPENED = LocalDate.of(2026, 1, 1);

    private Shop() {}

    /**
     * @param leaving the chance to leave after a purchase, on average; 0 in a shop that nobody leaves
     */
    static Transactions of(int shoppers, int days, double leaving, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Map<String, List<Purchase>> all = new HashMap<>();
        for (int shopper = 0; shopper < shoppers; shopper++) {
            double perDay = -Math.log(1 - random.nextDouble()) / 40;
            double leaves = Math.min(1, 2 * leaving * random.nextDouble());
            List<Purchase> purchases = new ArrayList<>();
            double day = random.nextDouble() * days / 3;
            while (day < days) {
                Instant at = OPENED.plusDays((long) day).atStartOfDay().toInstant(ZoneOffset.UTC);
                purchases.add(new Purchase(at, 500 + random.nextInt(5_000), 1 + random.nextInt(4)));
                boolean first = purchases.size() == 1; // none leaves before a second purchase: the model's own rule
                day = !first && random.nextDouble() < leaves
                        ? days
                        : day + Math.max(1, -Math.log(1 - random.nextDouble()) / perDay);
            }
            all.put("shopper" + shopper, purchases);
        }
        return Transactions.of(all);
    }
}
