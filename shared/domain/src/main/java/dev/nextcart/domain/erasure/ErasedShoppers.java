package dev.nextcart.domain.erasure;

import dev.nextcart.domain.event.ShopperKey;
import java.time.Instant;
import java.util.Set;

/** Who was erased not long ago. Throws {@link dev.nextcart.domain.event.StoreBusyException} when out of reach. */
@FunctionalInterface
public interface ErasedShoppers {
    /** All whose tombstone lives; one set up in the last seconds may be missing. */
    Set<ShopperKey> asOf(Instant now);
}
