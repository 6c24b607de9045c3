package dev.nextcart.local.verify;

import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.profile.Amounts;
import dev.nextcart.domain.profile.Profile;
import java.util.List;

/**
 * The shop in numbers, read from what is stored; money in minor units by currency.
 *
 * @param customers shoppers with a profile
 * @param orders orders placed by them
 * @param returns returns and cancellations of theirs
 * @param guestOrders events of guests in the ledger
 * @param sold worth of all orders, guests included
 * @param net less what came back or was called off
 * @param bestSellers most units first
 * @param samples shoppers worth a look: the busiest, the most frequent buyer, the most frequent returner
 */
public record Figures(
        long customers,
        long orders,
        long returns,
        long guestOrders,
        Amounts sold,
        Amounts net,
        List<BestSeller> bestSellers,
        List<Profile> samples) {

    public Figures {
        bestSellers = List.copyOf(bestSellers);
        samples = List.copyOf(samples);
    }

    /** A product and the units sold of it, before returns. */
    public record BestSeller(ProductId product, long units, Amounts sold) {}
}
