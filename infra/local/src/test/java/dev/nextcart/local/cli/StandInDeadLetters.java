package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The dead letters of a {@link StandInCloud}, one event each. */
final class StandInDeadLetters {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> events = new LinkedHashMap<>();
    private final Taking taking;

    /** Hands an event in again, perhaps in the place of another; gives the receipt. */
    @FunctionalInterface
    interface Taking {
        ObjectNode take(String event, Optional<String> inPlaceOf) throws IOException;
    }

    StandInDeadLetters(Taking taking) {
        this.taking = taking;
    }

    String add(String event) {
        String id = "dead-letter-" + (events.size() + 1);
        events.put(id, event);
        return id;
    }

    String answer(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        String path = exchange.getRequestURI().getPath();
        ObjectNode answer = JSON.createObjectNode();
        switch (path) {
            case "/dead-letters" -> list(answer);
            case "/dead-letters/redrive" -> redrive(request.path("ids"), answer);
            case "/dead-letters/replace" -> replace(request, answer);
            default -> answer.withArray("events").add(events.get(path.substring("/dead-letters/".length())));
        }
        return answer.toString();
    }

    private void list(ObjectNode answer) {
        answer.put("total", events.size()).putArray("deadLetters");
        events.forEach((id, event) -> answer.withArray("deadLetters")
                .addObject()
                .put("id", id)
                .put("queue", "nextcart-OrdersDeadLetters")
                .put("sentAt", "2026-11-24T12:00:00Z")
                .put("ageSeconds", 90)
                .put("holds", 1)
                .put("snippet", event)
                .putObject("reasons")
                .put("SourceQueue", "nextcart-orders")
                .put("Condition", "MaxReceiveCountExceeded")
                .put("LastFailure", "Runtime.ExitError: exit status 137"));
    }

    private void redrive(JsonNode ids, ObjectNode answer) throws IOException {
        for (JsonNode id : ids) {
            ObjectNode result = answer.withArray("results").addObject().put("id", id.asText());
            String event = events.remove(id.asText());
            if (event == null) {
                result.put("failed", "there is no dead letter " + id.asText());
            } else {
                taking.take(event, Optional.empty());
                result.put("redriven", true);
            }
        }
    }

    private void replace(JsonNode request, ObjectNode answer) throws IOException {
        Optional<String> event =
                Optional.ofNullable(events.remove(request.path("id").asText()));
        for (JsonNode mended : request.path("events")) {
            answer.withArray("results").add(taking.take(mended.textValue(), event));
        }
    }
}
