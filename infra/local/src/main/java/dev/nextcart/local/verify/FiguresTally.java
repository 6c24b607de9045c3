package dev.nextcart.local.verify;

import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.ledger.Rollup;
import dev.nextcart.domain.ledger.Sales;
import dev.nextcart.domain.profile.Amounts;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.local.verify.Figures.BestSeller;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up {@link Figures} while profiles and rollups pass by. */
final class FiguresTally {
    private static final int BEST_SELLERS = 5;

    private final Map<ProductId, BestSeller> products = new HashMap<>();
    private final Leaders busiest = new Leaders(Profile::counted);
    private final Leaders buyers = new Leaders(profile -> profile.purchases().orders());
    private final Leaders returners = new Leaders(profile -> profile.purchases().returns());
    private long customers;
    private long orders;
    private long returns;
    private Amounts sold = Amounts.NONE;
    private Amounts net = Amounts.NONE;

    void add(Profile profile) {
        customers++;
        orders += profile.purchases().orders();
        returns += profile.purchases().returns() + profile.purchases().cancellations();
        busiest.see(profile);
        buyers.see(profile);
        returners.see(profile);
    }

    void add(Rollup rollup) {
        rollup.byProduct().forEach(this::add);
    }

    private void add(ProductId product, Sales sales) {
        sold = plus(sold, sales.sold());
        net = plus(net, sales.sold().minus(sales.returned()).minus(sales.cancelled()));
        BestSeller more = new BestSeller(product, sales.unitsSold(), sales.sold());
        products.merge(
                product,
                more,
                (before, now) ->
                        new BestSeller(product, before.units() + now.units(), plus(before.sold(), now.sold())));
    }

    private static Amounts plus(Amounts left, Amounts right) {
        Amounts sum = left;
        for (Map.Entry<String, Long> amount : right.cents().entrySet()) {
            sum = sum.plus(amount.getKey(), amount.getValue());
        }
        return sum;
    }

    Figures figures(long guestOrders) {
        List<BestSeller> best = products.values().stream()
                .sorted(Comparator.comparingLong(BestSeller::units).reversed().thenComparing(BestSeller::product))
                .limit(BEST_SELLERS)
                .toList();
        return new Figures(customers, orders, returns, guestOrders, sold, net, best, samples());
    }

    /** One of each leaders' board, nobody twice. */
    private List<Profile> samples() {
        Set<Profile> samples = new LinkedHashSet<>();
        for (Leaders board : List.of(buyers, returners, busiest)) {
            board.best().stream()
                    .filter(profile -> !samples.contains(profile))
                    .findFirst()
                    .ifPresent(samples::add);
        }
        return List.copyOf(samples);
    }
}
