/** Orders, returns and cancellations: into the sales ledger first, then into profiles. */
@NullMarked
package dev.nextcart.functions.orders;

import org.jspecify.annotations.NullMarked;
