package dev.nextcart.local.engine;

import dev.nextcart.local.usage.QueueUse;
import dev.nextcart.local.usage.StreamUse;
import java.util.SortedMap;

/**
 * What went through the engine so far.
 *
 * @param queues by queue name
 * @param streams by stream name
 * @param busEvents in chunks of 64 KB of envelope, some 200 bytes more than the entry that EventBridge measures
 */
public record EngineUsage(SortedMap<String, QueueUse> queues, SortedMap<String, StreamUse> streams, long busEvents) {}
