/** The inference endpoint. */
@NullMarked
package dev.nextcart.endpoint;

import org.jspecify.annotations.NullMarked;
