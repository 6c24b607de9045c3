package dev.nextcart.local.usage;

/**
 * What was put on a stream.
 *
 * @param shards as the template has it
 * @param retentionHours as the template has it
 * @param records put
 * @param putUnits payload units of 25 KB they came to
 */
public record StreamUse(int shards, long retentionHours, long records, long putUnits) {
    StreamUse since(StreamUse earlier) {
        return new StreamUse(shards, retentionHours, records - earlier.records, putUnits - earlier.putUnits);
    }
}
