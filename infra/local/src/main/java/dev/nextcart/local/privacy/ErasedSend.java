package dev.nextcart.local.privacy;

import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.OrderEvent.OrderCancelled;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.wire.EventReader;
import dev.nextcart.wire.EventWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What may be known of a send after its shopper is erased: whose it was, by pseudonym; a hash that tells a repeat; and
 * of an order what the sales ledger keeps, as if a guest had placed it.
 *
 * @param sha256 of the event's text, hexadecimal
 * @param sale the order without its shopper and number, as canonical JSON; empty for all else
 */
public record ErasedSend(ShopperKey shopper, String sha256, Optional<String> sale) {
    private static final String NO_NUMBER = "erased";

    /** @param clock the receiver's: an order from its future was refused, so no ledger has it */
    public static ErasedSend of(String event, ShopperKey shopper, InstantSource clock) {
        return new ErasedSend(shopper, sha256(event), sale(event, new EventReader(clock)));
    }

    private static Optional<String> sale(String event, EventReader reader) {
        try {
            return reader.read(event) instanceof OrderEvent order
                    ? Optional.of(new EventWriter().write(ofGuest(order)))
                    : Optional.empty();
        } catch (InvalidEventException e) {
            return Optional.empty();
        }
    }

    private static OrderEvent ofGuest(OrderEvent order) {
        return switch (order) {
            case OrderPlaced placed ->
                new OrderPlaced(
                        placed.origin(),
                        Optional.empty(),
                        NO_NUMBER,
                        placed.currency(),
                        placed.lines(),
                        Optional.empty());
            case OrderCancelled cancelled ->
                new OrderCancelled(
                        cancelled.origin(), Optional.empty(), NO_NUMBER, cancelled.currency(), cancelled.lines());
            case OrderReturned returned ->
                new OrderReturned(
                        returned.origin(), Optional.empty(), NO_NUMBER, returned.currency(), returned.lines());
        };
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
