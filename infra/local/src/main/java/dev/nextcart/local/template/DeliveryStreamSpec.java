package dev.nextcart.local.template;

import java.time.Duration;
import java.util.Optional;

/**
 * A Firehose delivery stream into a bucket: lines of JSON, gzipped.
 *
 * @param bucket physical name
 * @param prefix of every object's key; may hold {@code !{timestamp:…}} in the patterns of {@link
 *     java.time.format.DateTimeFormatter}
 * @param extension what every key ends with, e.g. {@code .jsonl.gz}
 * @param bufferBytes of records, not compressed, that make an object at once
 * @param bufferInterval how long a record waits for others at most
 * @param streamId logical id of the Kinesis stream that feeds it; empty when it is put to directly
 */
public record DeliveryStreamSpec(
        String id,
        String name,
        String bucket,
        String prefix,
        String extension,
        long bufferBytes,
        Duration bufferInterval,
        Optional<String> streamId) {}
