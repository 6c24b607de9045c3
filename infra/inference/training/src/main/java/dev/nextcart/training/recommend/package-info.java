/**
 * Trains and measures recommendation: readers of sequences and of our own events, the leave-one-out protocol, a causal
 * transformer over (item, action, time gap), and the choice of the blend on validation data. Read {@link
 * dev.nextcart.training.recommend.TrainRecommendCommand} first.
 */
@NullMarked
package dev.nextcart.training.recommend;

import org.jspecify.annotations.NullMarked;
