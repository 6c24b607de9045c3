/** Training. */
@NullMarked
package dev.nextcart.training;

import org.jspecify.annotations.NullMarked;
