/**
 * What was sold, line by line: the truth for demand. Lines are put by key, so a repeat changes nothing; daily rollups
 * are recomputed from them, never incremented. Read {@link dev.nextcart.domain.ledger.SalesLedger} first.
 */
@NullMarked
package dev.nextcart.domain.ledger;

import org.jspecify.annotations.NullMarked;
