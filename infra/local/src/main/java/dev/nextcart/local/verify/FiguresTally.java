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
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Adds up {@link Figures} while profiles and rollups pass by. */
final class FiguresTally {
    private static final int BEST_SELLERS = 5;

    private final Map<ProductId, BestSeller> products = new HashMap<>();
    private final Leader busiest = new Leader(Profile::counted);
    private final Leader buyer = new Leader(profile -> profile.purchases().orders());
    private final Leader returner = new Leader(profile -> profile.purchases().returns());
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
        buyer.see(profile);
        returner.see(profile);
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

    private List<Profile> samples() {
        Set<Profile> samples = new LinkedHashSet<>();
        List.of(buyer, returner, busiest).forEach(leader -> leader.profile().ifPresent(samples::add));
        return List.copyOf(samples);
    }

    /** The profile with most of something; of equals the smallest shopper id, so that scans in any order agree. */
    private static final class Leader {
        private final Comparator<Profile> order;
        private Optional<Profile> profile = Optional.empty();

        Leader(ToLongFunction<Profile> measure) {
            this.order = Comparator.comparingLong(measure)
                    .thenComparing(Comparator.comparing(Profile::shopper).reversed());
        }

        void see(Profile other) {
            profile =
                    profile.filter(leader -> order.compare(leader, other) >= 0).or(() -> Optional.of(other));
        }

        Optional<Profile> profile() {
            return profile;
        }
    }
}
