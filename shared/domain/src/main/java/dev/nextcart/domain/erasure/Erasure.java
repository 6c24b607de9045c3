package dev.nextcart.domain.erasure;

import dev.nextcart.domain.erasure.Tombstone.Gone;
import dev.nextcart.domain.erasure.Tombstones.Standing;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.domain.profile.ProfileFolding.Backoff;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Forgets shoppers. The walk: first the tombstone, which takes the profile's place in one write, so that nothing counts
 * any more; then the stores are asked what they hold, and the tombstone keeps their answers; then each forgets; then
 * the tombstone notes that all is gone.
 *
 * <p>Why a crash does no harm. Before the tombstone nothing has happened. After it no fold, no late event and no refusal
 * can add to the stores, and whoever walks again does only what is left: a survey that is noted is not made again, so
 * the receipt tells what lay there before anything went; erasing what is gone does nothing; the end is noted once.
 */
public final class Erasure {
    /** Lost races before the message goes back to its queue: a shopper who clicks through it all loses some. */
    static final int MAX_ATTEMPTS = 16;

    private final Tombstones tombstones;
    private final List<ErasableStore> stores;
    private final Backoff backoff;

    /** @param stores everything but the profiles that may name a shopper; each name once */
    public Erasure(Tombstones tombstones, List<ErasableStore> stores, Backoff backoff) {
        Set<String> names = new HashSet<>();
        if (!stores.stream().map(ErasableStore::name).allMatch(names::add)) {
            throw new IllegalArgumentException("two stores have one name among " + names);
        }
        this.tombstones = tombstones;
        this.stores = List.copyOf(stores);
        this.backoff = backoff;
    }

    /**
     * What a walk came to.
     *
     * @param again whether an earlier walk had finished it
     */
    public record Walked(Receipt receipt, boolean again) {}

    /**
     * Walks until nothing of the shopper is left, known or unknown. Done again, it goes through all stores again and
     * gives the same receipt.
     *
     * @param now the receiver's clock
     * @throws StoreBusyException when something is out of reach; the walk must be made again
     */
    public Walked erase(ShopperId shopper, Instant now) {
        Tombstone raised = change(shopper, now, tombstone -> tombstone);
        if (raised.survey().isEmpty()) {
            List<Gone> found = stores.stream()
                    .map(store -> new Gone(store.name(), store.count(shopper)))
                    .toList();
            change(shopper, now, tombstone -> tombstone.surveyed(found));
        }
        stores.forEach(store -> store.erase(shopper));
        Tombstone finished = change(shopper, now, tombstone -> tombstone.finished(now));
        Receipt receipt = Receipt.of(ShopperKey.of(shopper), finished).orElseThrow();
        return new Walked(receipt, raised.finishedAt().isPresent());
    }

    /** The shopper's tombstone, changed and durable; unchanged it is not written. */
    private Tombstone change(ShopperId shopper, Instant now, UnaryOperator<Tombstone> change) {
        for (int lostRaces = 0; lostRaces < MAX_ATTEMPTS; lostRaces++) {
            if (lostRaces > 0) {
                pause(lostRaces);
            }
            Standing standing = tombstones.find(shopper);
            Tombstone next = change.apply(raised(standing, now));
            boolean stands = standing instanceof Standing.Erased erased
                    && erased.tombstone().equals(next);
            if (stands || tombstones.put(shopper, next, standing.version())) {
                return next;
            }
        }
        throw new StoreBusyException("lost " + MAX_ATTEMPTS + " races for one tombstone");
    }

    private static Tombstone raised(Standing standing, Instant now) {
        return switch (standing) {
            case Standing.Nobody nobody -> Tombstone.at(now, 0);
            case Standing.Somebody somebody -> Tombstone.at(now, 1);
            case Standing.Erased erased -> erased.tombstone().askedAgain(now);
        };
    }

    private void pause(int lostRaces) {
        try {
            backoff.pause(lostRaces);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreBusyException("interrupted while waiting to write a tombstone", e);
        }
    }
}
