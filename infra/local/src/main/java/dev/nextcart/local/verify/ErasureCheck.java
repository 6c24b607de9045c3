package dev.nextcart.local.verify;

import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.local.privacy.Forgotten;
import dev.nextcart.local.verify.Difference.Kind;
import dev.nextcart.store.StoredLateEvent;
import dev.nextcart.store.StoredRefusal;
import dev.nextcart.store.StoredTombstone;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whoever has a tombstone is gone: its walk came to an end, no late event waits, no refusal has a payload. Under its key
 * there can be no profile. Shoppers are told by their pseudonyms.
 */
final class ErasureCheck {
    private final Forgotten forgotten = new Forgotten();
    private final Set<ShopperKey> complained = new TreeSet<>();
    private final Differences differences;
    private long shoppers;

    ErasureCheck(Differences differences) {
        this.differences = differences;
    }

    /** Call for all tombstones first. */
    void add(StoredTombstone stored) {
        shoppers++;
        forgotten.add(Set.of(stored.shopper()));
        if (stored.tombstone().finishedAt().isEmpty()) {
            differ("erasure of " + stored.shopper() + " has not come to its end");
        }
    }

    void add(StoredLateEvent event) {
        ShopperKey shopper = ShopperKey.of(event.shopper());
        if (forgotten.contains(shopper)) {
            differ("a late event of " + shopper + ", who is erased, still waits");
        }
    }

    void add(StoredRefusal refusal) {
        refusal.shopper().ifPresent(shopper -> {
            if (forgotten.contains(shopper) && !refusal.withheld()) {
                differ("the payload of refusal " + refusal.refusalId() + " of " + shopper
                        + ", who is erased, is still there");
            } else if (!forgotten.contains(shopper) && refusal.withheld()) {
                differ("the payload of refusal " + refusal.refusalId() + " of " + shopper
                        + " is withheld, though no tombstone stands");
            }
        });
    }

    /** An erasure was asked for. */
    void add(ShopperErased request) {
        missing(ShopperKey.of(request.shopperId()));
    }

    /** The journal has forgotten a shopper. */
    void add(ShopperKey shopper) {
        missing(shopper);
    }

    private void missing(ShopperKey shopper) {
        if (!forgotten.contains(shopper) && complained.add(shopper)) {
            differ("the erasure of " + shopper + " was asked for, but no tombstone stands");
        }
    }

    private void differ(String what) {
        differences.add(Kind.ERASURE, what, List.of());
    }

    Forgotten forgotten() {
        return forgotten;
    }

    /** Tombstones that stand. */
    long shoppers() {
        return shoppers;
    }
}
