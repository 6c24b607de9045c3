package dev.nextcart.local.template;

import java.time.Duration;

/** An event source mapping. */
public sealed interface SourceSpec {
    String id();

    /** Most messages or records of one invocation. */
    int batchSize();

    /** How long to gather a batch that is not full. */
    Duration batchingWindow();

    /** Whether the function answers with {@code batchItemFailures}. */
    boolean reportsBatchItemFailures();

    /** SQS; retries and dead letters belong to the queue. */
    record QueueSource(
            String id,
            String queueId,
            int batchSize,
            Duration batchingWindow,
            boolean reportsBatchItemFailures,
            int maximumConcurrency)
            implements SourceSpec {}

    /**
     * Kinesis.
     *
     * @param onFailureQueueId logical id of the queue that hears of batches given up
     */
    record StreamSource(
            String id,
            String streamId,
            int batchSize,
            Duration batchingWindow,
            boolean reportsBatchItemFailures,
            String startingPosition,
            int maximumRetryAttempts,
            Duration maximumRecordAge,
            boolean bisectBatchOnFunctionError,
            int parallelizationFactor,
            String onFailureQueueId)
            implements SourceSpec {}
}
