package dev.nextcart.store;

import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.domain.event.ShopperKey;
import java.util.Optional;

/**
 * A refusal as it lies in the table.
 *
 * @param refusalId hex SHA-256 of the whole payload
 * @param refusal its payload perhaps cut, as its reason then says
 * @param payloadBytes length of the whole payload
 * @param shopper under whom it lies; one that names several lies under each
 * @param withheld whether its shopper is erased: then there is no payload
 * @param redrive whether an operator had it, or something mended in its place, sent again
 */
public record StoredRefusal(
        String refusalId,
        Refusal refusal,
        long payloadBytes,
        Optional<ShopperKey> shopper,
        boolean withheld,
        Redrive redrive) {}
