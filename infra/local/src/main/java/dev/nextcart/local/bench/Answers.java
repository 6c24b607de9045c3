package dev.nextcart.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.template.FunctionSpec;

/** Reads what a function answers. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** @throws IllegalStateException when it hands anything back: a figure for work not done would be worth nothing */
    static void requireAllDone(FunctionSpec function, String answer) {
        try {
            JsonNode failures = JSON.readTree(answer).path("batchItemFailures");
            if (!failures.isArray()) {
                throw new IllegalStateException(function.name() + " did not say what became of the batch: " + answer);
            }
            if (!failures.isEmpty()) {
                throw new IllegalStateException(function.name() + " did not count the whole batch: it handed back "
                        + failures.size() + " items, the first " + failures.path(0));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(function.name() + " answered no JSON: " + answer, e);
        }
    }
}
