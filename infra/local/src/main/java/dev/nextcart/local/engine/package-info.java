/**
 * How AWS delivers: bus and rules, queues, streams and the event source mappings that turn them into invocations. One
 * thread, one {@link dev.nextcart.local.engine.Timeline}, one seed: the same on a virtual clock, where a simulator
 * drives it, and live. Read {@link dev.nextcart.local.engine.DeliveryEngine} first.
 *
 * <p>What differs from AWS, on purpose:
 *
 * <ul>
 *   <li>An invocation that was throttled counts as no receive and no retry, and its batch goes on as soon as another
 *       invocation of the function ends. AWS counts the receive and backs off by a schedule of its own.
 *   <li>An SQS poller receives only when it may invoke, and always looks at all messages; AWS polls ahead, and may miss
 *       some when there are few.
 *   <li>How keys spread over a parallelization factor, and how long a stream waits between retries (1 s, doubling to 1
 *       min), AWS does not say. Where it leaves open what consumes a retry, see {@code RetryPolicy}.
 *   <li>A failing source is not slowed down: concurrency stays what the template allows.
 *   <li>Shards and sequence numbers never reshard; {@code LATEST} begins where the cloud does, as {@code TRIM_HORIZON}.
 *   <li>Records that a stream gives up to a queue are kept beside the message about them, for an operator; AWS keeps none.
 *       To a bucket they go whole, as on AWS. A bucket that takes nothing loses them, as on AWS.
 *   <li>All shards of a table's stream share their lanes, so that an item's changes stay in order when its shard is split;
 *       so a table's concurrency is its parallelization factor. AWS gives each shard as many.
 *   <li>A change of a table counts as outstanding from the end of the invocation that made it: whoever follows a table
 *       {@linkplain dev.nextcart.local.engine.DeliveryEngine#hold holds} the engine until the stream was read once more.
 *       One that nobody's invocation made counts from when it is read, a quarter of a second later at most.
 *   <li>A table is followed from its oldest change on, {@code LATEST} or not: it is empty when the cloud begins.
 *   <li>EventBridge Scheduler hands an event to Lambda asynchronously. Its {@code RetryPolicy} and dead-letter queue are for
 *       events it cannot hand over; one that the <em>function</em> fails Lambda itself retries, at most twice, and then
 *       sends to the on-failure destination of the function's {@code EventInvokeConfig}, or drops. Here handing over
 *       always succeeds, and both are one: a function's failure follows {@code EventInvokeConfig} where it says
 *       something, else the schedule's policy and queue. So that AWS does the same, give a scheduled function both.
 *   <li>A rate's first period begins with the cloud; each time a skipping clock passes is fired, none is waited for.
 *   <li>One bus; no delays, attributes or FIFO for queues; no tumbling windows or enhanced fan-out for sources; filters know
 *       what {@code EventPattern} knows.
 * </ul>
 */
@NullMarked
package dev.nextcart.local.engine;

import org.jspecify.annotations.NullMarked;
