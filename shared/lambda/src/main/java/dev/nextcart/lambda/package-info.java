/**
 * How a batch is walked and its failures reported. {@link dev.nextcart.lambda.SqsBatch} for queues, which report each
 * failed message, and {@link dev.nextcart.lambda.StreamBatch} for streams, which stop at the first. Neither knows what
 * a message means: that is the {@link dev.nextcart.lambda.BatchWork}, or for a table's changes the
 * {@link dev.nextcart.lambda.ChangeWork}.
 */
@NullMarked
package dev.nextcart.lambda;

import org.jspecify.annotations.NullMarked;
