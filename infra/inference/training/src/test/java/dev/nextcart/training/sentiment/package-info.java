/** Tests of training and evaluation of sentiment, on made-up reviews. */
@NullMarked
package dev.nextcart.training.sentiment;

import org.jspecify.annotations.NullMarked;
