/**
 * Sentence encoders trained elsewhere that a version takes along. Start at {@link
 * dev.nextcart.training.text.PretrainedEncoder}.
 */
@NullMarked
package dev.nextcart.training.text;

import org.jspecify.annotations.NullMarked;
