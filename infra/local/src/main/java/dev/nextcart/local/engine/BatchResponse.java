package dev.nextcart.local.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What a function's answer says about its batch, by the rules AWS documents for {@code ReportBatchItemFailures}. */
sealed interface BatchResponse {
    /** Every item is done. */
    record Succeeded() implements BatchResponse {}

    /** These failed, the others are done. */
    record SomeFailed(Set<String> itemIdentifiers) implements BatchResponse {}

    /** The answer makes no sense, so nothing counts as done. */
    record Failed(String reason) implements BatchResponse {}

    /** Enough of an answer to recognise it by. */
    int MAX_QUOTED_CHARS = 200;

    /**
     * Reads an answer. An empty or null answer or list means success; an empty, null or unknown identifier, or an
     * answer that is no JSON object, means that the whole batch failed.
     *
     * @param known whether an identifier belongs to the batch
     */
    static BatchResponse read(ObjectMapper mapper, String answer, Predicate<String> known) {
        if (answer.isBlank()) {
            return new Succeeded();
        }
        try {
            return read(mapper.readTree(answer), known);
        } catch (JsonProcessingException e) {
            return new Failed("answer is not JSON: " + quote(answer));
        }
    }

    private static BatchResponse read(JsonNode answer, Predicate<String> known) {
        if (answer.isNull() || answer.isMissingNode()) {
            return new Succeeded();
        }
        if (!answer.isObject()) {
            return new Failed("answer is no JSON object: " + quote(answer.toString()));
        }
        JsonNode failures = answer.path("batchItemFailures");
        if (failures.isNull() || failures.isMissingNode()) {
            return new Succeeded();
        }
        if (!failures.isArray()) {
            return new Failed("batchItemFailures is no list: " + quote(failures.toString()));
        }
        return failures.isEmpty() ? new Succeeded() : identifiers(failures, known);
    }

    private static BatchResponse identifiers(JsonNode failures, Predicate<String> known) {
        Set<String> identifiers = new HashSet<>();
        for (JsonNode failure : failures) {
            String identifier = failure.path("itemIdentifier").asText("");
            if (!known.test(identifier)) {
                return new Failed(
                        "batchItemFailures names an item that is not in the batch: " + quote(failure.toString()));
            }
            identifiers.add(identifier);
        }
        return new SomeFailed(identifiers);
    }

    private static String quote(String text) {
        return text.length() <= MAX_QUOTED_CHARS ? text : text.substring(0, MAX_QUOTED_CHARS) + "…";
    }
}
