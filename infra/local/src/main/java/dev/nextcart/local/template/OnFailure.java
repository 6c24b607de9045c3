package dev.nextcart.local.template;

/** Where a stream's source tells of the batches it gave up. */
public sealed interface OnFailure {
    /** SQS: hears of shard and sequence numbers; {@code queueId} is a logical id. */
    record ToQueue(String queueId) implements OnFailure {}

    /** S3: gets the whole invocation; {@code bucketId} is a logical id. */
    record ToBucket(String bucketId) implements OnFailure {}
}
