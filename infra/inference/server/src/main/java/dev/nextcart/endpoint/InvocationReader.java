package dev.nextcart.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.nextcart.endpoint.Invocation.Part;
import dev.nextcart.inference.Contract;
import dev.nextcart.inference.InvalidInstanceException;
import dev.nextcart.inference.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the body and the headers of {@code POST /invocations}. */
final class InvocationReader {
    /** SageMaker hands this header on as it comes: {@code task=recommend}, beside others after a comma. */
    static final String CUSTOM_ATTRIBUTES = "X-Amzn-SageMaker-Custom-Attributes";

    /** Milliseconds from now within which an answer is of use, 1 .. the endpoint's own timeout. */
    static final String TIMEOUT_MILLIS = "X-Timeout-Millis";

    private static final ObjectReader JSON =
            new ObjectMapper().readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Duration timeout;

    InvocationReader(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * @throws Problem.RefusedException if the request as a whole cannot be answered
     */
    Invocation read(byte[] body, @Nullable String customAttributes, @Nullable String timeoutMillis) {
        long deadline = System.nanoTime() + allowed(timeoutMillis).toNanos();
        JsonNode json = tree(body);
        if (!json.isObject()) {
            throw bad("the body is not a JSON object");
        }
        JsonNode version = json.path("version");
        if (!version.isMissingNode() && (!version.isInt() || version.intValue() != Contract.VERSION)) {
            throw bad("version: this endpoint speaks version " + Contract.VERSION + " of the contract");
        }
        Task task = task(json, customAttributes);
        JsonNode instances = json.path("instances");
        if (!instances.isArray() || instances.isEmpty() || instances.size() > Contract.MAX_INSTANCES) {
            throw bad("instances is not a list of 1.." + Contract.MAX_INSTANCES);
        }
        List<Part> parts = new ArrayList<>(instances.size());
        instances.forEach(each -> parts.add(part(task, each)));
        return new Invocation(task, parts, deadline);
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw bad("the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw bad("the body cannot be read: " + e.getMessage());
        }
    }

    private static Task task(JsonNode json, @Nullable String customAttributes) {
        Optional<String> inBody = Optional.ofNullable(json.get("task")).map(JsonNode::asText);
        Optional<String> inHeader = attribute(customAttributes, "task");
        if (inBody.isPresent() && inHeader.isPresent() && !inBody.equals(inHeader)) {
            throw bad("task: the body and the header " + CUSTOM_ATTRIBUTES + " name different ones");
        }
        String name = inBody.or(() -> inHeader)
                .orElseThrow(() -> bad("task is missing: name one of " + Task.names()
                        + " in the body, or in the header " + CUSTOM_ATTRIBUTES + ": task=NAME"));
        return Task.named(name).orElseThrow(() -> bad("task is none of " + Task.names()));
    }

    private static Optional<String> attribute(@Nullable String attributes, String name) {
        if (attributes == null) {
            return Optional.empty();
        }
        for (String attribute : attributes.split("[,;]", -1)) {
            String[] pair = attribute.strip().split("=", 2);
            if (pair.length == 2 && pair[0].strip().equals(name)) {
                return Optional.of(pair[1].strip());
            }
        }
        return Optional.empty();
    }

    private static Part part(Task task, JsonNode json) {
        try {
            return new Part(Optional.of(Contract.instance(task, json)), "");
        } catch (InvalidInstanceException e) {
            return new Part(Optional.empty(), e.message());
        }
    }

    private Duration allowed(@Nullable String millis) {
        if (millis == null) {
            return timeout;
        }
        try {
            long asked = Long.parseLong(millis.strip());
            if (asked >= 1) {
                return asked < timeout.toMillis() ? Duration.ofMillis(asked) : timeout;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw bad(TIMEOUT_MILLIS + " is not a whole number of milliseconds, at least 1");
    }

    private static Problem.RefusedException bad(String detail) {
        return Problem.of(Problem.BAD_REQUEST, "bad-request", detail).exception();
    }
}
