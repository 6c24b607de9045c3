/**
 * Training and evaluation of review sentiment: a sentence encoder's vector and weighted n-grams under a logistic head, one
 * head a language. Start at {@link dev.nextcart.training.sentiment.HeadTrainer}.
 */
@NullMarked
package dev.nextcart.training.sentiment;

import org.jspecify.annotations.NullMarked;
