package dev.nextcart.local.engine;

/**
 * A change of a table's item, read from its stream.
 *
 * @param shardId of the stream
 * @param sequenceNumber by which a function reports it
 * @param key of the item, the same text for the same item: its changes stay in order
 * @param event the record as Lambda hands it over, a JSON object
 */
public record TableChange(String shardId, String sequenceNumber, String key, String event) {}
