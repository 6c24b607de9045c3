package dev.nextcart.local.privacy;

import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.wire.NamedShoppers;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Shoppers that were erased, and whether a text is theirs. Only pseudonyms are held. */
public final class Forgotten {
    private final Set<ShopperKey> keys = ConcurrentHashMap.newKeySet();
    private final NamedShoppers named = new NamedShoppers();

    public void add(Collection<ShopperKey> shoppers) {
        keys.addAll(shoppers);
    }

    /** The first erased shopper whom an event's text names, read as leniently as the refusals are. */
    public Optional<ShopperKey> in(String event) {
        return keys.isEmpty()
                ? Optional.empty()
                : named.in(event).stream()
                        .map(ShopperKey::of)
                        .filter(keys::contains)
                        .findFirst();
    }

    public boolean contains(ShopperKey shopper) {
        return keys.contains(shopper);
    }
}
