/** Tests of the encoders as they are shipped. */
@NullMarked
package dev.nextcart.training.text;

import org.jspecify.annotations.NullMarked;
