package dev.nextcart.domain.catalogue;

import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import java.util.Optional;

/**
 * The newest change of each product, by {@link ProductChanged#ORDER}: a maximum, so neither order nor repeats can show.
 * Every method throws {@link dev.nextcart.domain.event.StoreBusyException} when out of reach.
 */
public interface Catalogue {
    /**
     * Keeps a change if it is newer than what is kept of its product, in one conditional write.
     *
     * @return false if this change or a newer one stands already; either way it is settled
     */
    boolean put(ProductChanged change);

    /** What is kept of a product as of now (strongly consistent); empty if the shop never told of it. */
    Optional<ProductChanged> find(ProductId product);
}
