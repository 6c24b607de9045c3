package dev.nextcart.store;

import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.event.ShopperKey;

/** A tombstone as it lies among the profiles, perhaps past its life. */
public record StoredTombstone(ShopperKey shopper, Tombstone tombstone) {}
