package dev.nextcart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What feeds a function. */
public sealed interface SourceSpec {
    String id();

    /** An event source mapping: hands over batches. */
    sealed interface BatchSource extends SourceSpec {
        /** Most messages or records of one invocation. */
        int batchSize();

        /** How long to gather a batch that is not full. */
        Duration batchingWindow();

        /** Whether the function answers with {@code batchItemFailures}. */
        boolean reportsBatchItemFailures();
    }

    /**
     * SQS; retries and dead letters belong to the queue.
     *
     * @param filters patterns; a message that matches none of them is deleted; empty lets all through
     */
    record QueueSource(
            String id,
            String queueId,
            int batchSize,
            Duration batchingWindow,
            boolean reportsBatchItemFailures,
            int maximumConcurrency,
            List<JsonNode> filters)
            implements BatchSource {
        /** Without filters. */
        public QueueSource(
                String id,
                String queueId,
                int batchSize,
                Duration batchingWindow,
                boolean reportsBatchItemFailures,
                int maximumConcurrency) {
            this(id, queueId, batchSize, batchingWindow, reportsBatchItemFailures, maximumConcurrency, List.of());
        }
    }

    /**
     * Kinesis, or the changes of a DynamoDB table.
     *
     * @param streamId logical id of the stream or of the table
     * @param filters patterns; a record that matches none of them is passed over; empty lets all through
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
            OnFailure onFailure,
            List<JsonNode> filters)
            implements BatchSource {
        /** Without filters, and a queue hears of batches given up. */
        public StreamSource(
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
                String onFailureQueueId) {
            this(
                    id,
                    streamId,
                    batchSize,
                    batchingWindow,
                    reportsBatchItemFailures,
                    startingPosition,
                    maximumRetryAttempts,
                    maximumRecordAge,
                    bisectBatchOnFunctionError,
                    parallelizationFactor,
                    new OnFailure.ToQueue(onFailureQueueId),
                    List.of());
        }
    }

    /**
     * EventBridge Scheduler.
     *
     * @param name schedule name
     * @param input the event, with Scheduler's keywords in it ({@code <aws.scheduler.scheduled-time>} …); empty for
     *     Scheduler's own notification
     * @param enabled whether it fires by itself
     * @param maximumRetryAttempts after the first try
     * @param maximumEventAge from firing on; no retry begins later
     * @param deadLetterQueueId logical id of the queue for events given up; empty if they are lost
     */
    record ScheduleSource(
            String id,
            String name,
            ScheduleExpression expression,
            Optional<String> input,
            boolean enabled,
            int maximumRetryAttempts,
            Duration maximumEventAge,
            Optional<String> deadLetterQueueId)
            implements SourceSpec {}
}
