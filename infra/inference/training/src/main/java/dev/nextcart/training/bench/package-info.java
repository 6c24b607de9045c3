/** {@code ./nextcart bench endpoint}: the endpoint as a process of its own, asked over its port. */
@NullMarked
package dev.nextcart.training.bench;

import org.jspecify.annotations.NullMarked;
