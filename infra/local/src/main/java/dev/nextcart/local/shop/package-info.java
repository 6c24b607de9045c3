/**
 * Shops to replay: a real one from its order lines ({@link dev.nextcart.local.shop.OrdersFile}), a made-up one from a
 * seed ({@link dev.nextcart.local.shop.SyntheticShop}), and the schedule by which their events are sent. Read
 * {@link dev.nextcart.local.shop.ReplayPlan} first: it says which law a replay must keep.
 */
@NullMarked
package dev.nextcart.local.shop;

import org.jspecify.annotations.NullMarked;
