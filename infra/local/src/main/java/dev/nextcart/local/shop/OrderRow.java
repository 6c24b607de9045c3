package dev.nextcart.local.shop;

import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ShopperId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of an orders file.
 *
 * @param fileLine its first line in the file, from 1
 * @param returned whether the goods came back: a negative quantity, or an invoice number that begins with C
 * @param description what the shop calls the product, 0..200 characters
 * @param line quantity positive either way
 */
record OrderRow(
        long fileLine,
        String invoice,
        boolean returned,
        Instant at,
        Optional<ShopperId> shopper,
        String description,
        OrderLine line) {}
