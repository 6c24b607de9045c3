/** Tests of what texts go through. */
@NullMarked
package dev.nextcart.models.text;

import org.jspecify.annotations.NullMarked;
