package dev.nextcart.domain.erasure;

import dev.nextcart.domain.erasure.Tombstone.Gone;
import dev.nextcart.domain.event.ShopperKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an erasure did; the same however often it runs. It names nobody: it is made of the tombstone and lives as long.
 *
 * @param shopper the pseudonym
 * @param erasedAt since when nothing of the shopper counts
 * @param finishedAt when all was gone
 * @param gone what went, store by store; zeros too
 */
public record Receipt(ShopperKey shopper, Instant erasedAt, Instant finishedAt, List<Gone> gone) {
    public Receipt {
        gone = List.copyOf(gone);
    }

    /** Of a finished erasure; empty while it is under way. */
    public static Optional<Receipt> of(ShopperKey shopper, Tombstone tombstone) {
        return tombstone
                .finishedAt()
                .map(finishedAt -> new Receipt(shopper, tombstone.erasedAt(), finishedAt, tombstone.gone()));
    }
}
