/** Tests of what a text's sentiment is read from. */
@NullMarked
package dev.nextcart.models.sentiment;

import org.jspecify.annotations.NullMarked;
