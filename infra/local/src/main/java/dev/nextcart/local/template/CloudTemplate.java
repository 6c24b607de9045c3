package dev.nextcart.local.template;

import java.util.Map;

/**
 * All that runs. Keys are the template's logical ids; references between resources are logical ids too.
 *
 * @param busNames EventBridge bus names by logical id
 */
public record CloudTemplate(
        Map<String, String> busNames,
        Map<String, RuleSpec> rules,
        Map<String, QueueSpec> queues,
        Map<String, StreamSpec> streams,
        Map<String, TableSpec> tables,
        Map<String, FunctionSpec> functions) {}
