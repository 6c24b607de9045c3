/**
 * Facts: what happened in the shop, one record per kind, all of them {@link dev.nextcart.domain.event.ShopEvent}s.
 * A record that exists is valid; what cannot be valid throws {@link dev.nextcart.domain.event.InvalidEventException}
 * naming the field, the value and the rule. Read {@link dev.nextcart.domain.event.ShopEvent} first.
 */
@NullMarked
package dev.nextcart.domain.event;

import org.jspecify.annotations.NullMarked;
