/**
 * How a shopper is forgotten everywhere, and what is left as a receipt. Read
 * {@link dev.nextcart.domain.erasure.Erasure} first.
 */
@NullMarked
package dev.nextcart.domain.erasure;

import org.jspecify.annotations.NullMarked;
