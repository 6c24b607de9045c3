package dev.nextcart.local.template;

import java.util.Map;

/**
 * All that runs. Keys are the template's logical ids; references between resources are logical ids too.
 *
 * @param busNames EventBridge bus names by logical id
 * @param bucketNames S3 bucket names by logical id
 */
public record CloudTemplate(
        Map<String, String> busNames,
        Map<String, RuleSpec> rules,
        Map<String, QueueSpec> queues,
        Map<String, StreamSpec> streams,
        Map<String, TableSpec> tables,
        Map<String, FunctionSpec> functions,
        Map<String, String> bucketNames,
        Map<String, DeliveryStreamSpec> deliveryStreams) {
    /** Without an archive. */
    public CloudTemplate(
            Map<String, String> busNames,
            Map<String, RuleSpec> rules,
            Map<String, QueueSpec> queues,
            Map<String, StreamSpec> streams,
            Map<String, TableSpec> tables,
            Map<String, FunctionSpec> functions) {
        this(busNames, rules, queues, streams, tables, functions, Map.of(), Map.of());
    }
}
