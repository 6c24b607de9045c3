package dev.nextcart.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How far the sweeps got.
 *
 * @param since when the last whole sweep began: what had landed by then was swept
 * @param open the sweep that ran out of time; empty when none did
 */
record Checkpoint(Instant since, Optional<Open> open) {
    /** Before the first sweep: the archive is older than nothing. */
    static final Checkpoint NONE = new Checkpoint(Instant.EPOCH, Optional.empty());

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A sweep under way.
     *
     * @param begun when
     * @param after the key it goes on behind
     */
    record Open(Instant begun, String after) {}

    String text() {
        ObjectNode json = JSON.createObjectNode().put("since", since.toString());
        open.ifPresent(sweep ->
                json.putObject("open").put("begun", sweep.begun().toString()).put("after", sweep.after()));
        return json.toString();
    }

    /** What cannot be read counts as none: sweeping all of it again does no harm but take its time. */
    static Checkpoint of(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            JsonNode open = json.path("open");
            return new Checkpoint(
                    Instant.parse(json.path("since").asText()),
                    open.isObject()
                            ? Optional.of(new Open(
                                    Instant.parse(open.path("begun").asText()),
                                    open.path("after").asText()))
                            : Optional.empty());
        } catch (JsonProcessingException | DateTimeParseException e) {
            return NONE;
        }
    }
}
