/**
 * How AWS delivers: bus and rules, queues, streams and the event source mappings that turn them into invocations. One
 * thread, one {@link dev.nextcart.local.engine.Timeline}, one seed: the same on a virtual clock, where a simulator
 * drives it, and live. Read {@link dev.nextcart.local.engine.DeliveryEngine} first.
 */
@NullMarked
package dev.nextcart.local.engine;

import org.jspecify.annotations.NullMarked;
