package dev.nextcart.store;

import dev.nextcart.domain.ledger.Rollup;
import dev.nextcart.domain.ledger.SaleLine;

/** One item of the sales table. */
public sealed interface StoredSale {
    record Line(SaleLine line) implements StoredSale {}

    record Sum(Rollup rollup) implements StoredSale {}
}
