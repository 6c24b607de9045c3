package dev.nextcart.local.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a request to the control API holds. Throws {@link ProblemException} with what is wrong with it. */
final class ControlRequest {
    /** Room for a full request of ordinary events and for a few of the largest. */
    static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private ControlRequest() {}

    /** Its JSON; an empty object if it has no body. */
    static JsonNode body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw new ProblemException(413, "a request has at most " + MAX_BODY_BYTES + " bytes; send fewer events");
        }
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ProblemException(400, "the request is not JSON: " + e.getOriginalMessage());
        }
    }

    /** A list of strings in it. */
    static List<String> texts(JsonNode request, String name, int most) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : request.path(name)) {
            if (!text.isTextual()) {
                throw new ProblemException(400, name + "[" + texts.size() + "] is not a string");
            }
            texts.add(text.textValue());
        }
        if (!request.path(name).isArray() || texts.size() > most) {
            throw new ProblemException(400, "\"" + name + "\" is to be a list of at most " + most + " strings");
        }
        return texts;
    }
}
