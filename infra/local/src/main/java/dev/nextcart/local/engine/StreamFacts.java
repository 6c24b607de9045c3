package dev.nextcart.local.engine;

import java.time.Duration;

/**
 * What the readers of a stream need to know of it.
 *
 * @param retention after which it forgets a record
 * @param json writes its events for one function
 * @param batchInfo how an on-failure destination calls a batch of it, e.g. {@code KinesisBatchInfo}
 */
record StreamFacts(String name, String arn, Duration retention, BatchJson json, String batchInfo) {}
