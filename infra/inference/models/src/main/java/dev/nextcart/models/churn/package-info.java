/**
 * Who buys again: features of a shopper's purchases, an additive network over them, and the classic models of customer-base
 * analysis (BG/NBD, gamma-gamma) as baseline, fallback and part of the blend. Read {@link
 * dev.nextcart.models.churn.ChurnPredictor} first.
 */
@NullMarked
package dev.nextcart.models.churn;

import org.jspecify.annotations.NullMarked;
