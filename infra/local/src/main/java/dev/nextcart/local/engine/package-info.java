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
 *   <li>Records that a stream gives up are kept beside the message about them, for an operator.
 *   <li>EventBridge Scheduler hands an event to Lambda asynchronously. Its {@code RetryPolicy} and dead-letter queue are for
 *       events it cannot hand over; one that the <em>function</em> fails Lambda itself retries, at most twice, and then
 *       sends to the on-failure destination of the function's {@code EventInvokeConfig}, or drops. Here handing over
 *       always succeeds, and both are one: a function's failure follows {@code EventInvokeConfig} where it says
 *       something, else the schedule's policy and queue. So that AWS does the same, give a scheduled function both.
 *   <li>A rate's first period begins with the cloud; each time a skipping clock passes is fired, none is waited for.
 *   <li>One bus; no delays, attributes or FIFO for queues; no filters, tumbling windows or enhanced fan-out for sources.
 * </ul>
 */
@NullMarked
package dev.nextcart.local.engine;

import org.jspecify.annotations.NullMarked;
