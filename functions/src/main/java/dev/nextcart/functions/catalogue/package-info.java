/** What the shop says of its products, into the catalogue. */
@NullMarked
package dev.nextcart.functions.catalogue;

import org.jspecify.annotations.NullMarked;
