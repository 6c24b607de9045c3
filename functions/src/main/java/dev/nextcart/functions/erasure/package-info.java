/** Shoppers to be forgotten: out of the profiles, then out of every other store, with a receipt. */
@NullMarked
package dev.nextcart.functions.erasure;

import org.jspecify.annotations.NullMarked;
