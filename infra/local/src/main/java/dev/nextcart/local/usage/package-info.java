/**
 * What a cloud was asked to do, counted in the units that AWS bills: the local cloud counts, a replay keeps what it
 * caused, {@code dev.nextcart.local.cost} puts prices to it. Read {@link dev.nextcart.local.usage.Usage} first.
 */
@NullMarked
package dev.nextcart.local.usage;

import org.jspecify.annotations.NullMarked;
