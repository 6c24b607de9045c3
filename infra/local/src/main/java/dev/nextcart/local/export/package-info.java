/**
 * Makes of the archive what training reads: sequences, order lines, transactions and demand series, each event once and in
 * the order of time, in memory that does not grow with the archive. Read {@link dev.nextcart.local.export.Export} first.
 */
@NullMarked
package dev.nextcart.local.export;

import org.jspecify.annotations.NullMarked;
