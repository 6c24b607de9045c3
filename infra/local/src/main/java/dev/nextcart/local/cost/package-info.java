/**
 * What a million events cost: what a replay measured, times the prices of a file. Read
 * {@link dev.nextcart.local.cost.CostEstimate} first.
 */
@NullMarked
package dev.nextcart.local.cost;

import org.jspecify.annotations.NullMarked;
