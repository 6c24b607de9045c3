/** Clicks off the stream, into profiles. */
@NullMarked
package dev.nextcart.functions.clicks;

import org.jspecify.annotations.NullMarked;
