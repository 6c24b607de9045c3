/**
 * Erased shoppers on this machine: what the journal keeps of them, and the search that finds them nowhere. Read
 * {@link dev.nextcart.local.privacy.ErasedSend} first.
 */
@NullMarked
package dev.nextcart.local.privacy;

import org.jspecify.annotations.NullMarked;
