/**
 * How the churn model is trained and judged: readers of transaction files, cut-offs in time, the classic models' estimates and
 * the additive network. Nothing after a cut-off is known at it; the test window is read once, at the end. Read {@link
 * dev.nextcart.training.churn.ChurnTraining} first.
 */
@NullMarked
package dev.nextcart.training.churn;

import org.jspecify.annotations.NullMarked;
