/** What the endpoint is asked and what it answers. */
@NullMarked
package dev.nextcart.inference;

import org.jspecify.annotations.NullMarked;
