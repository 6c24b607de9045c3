package dev.nextcart.training.recommend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.inference.Interaction;
import dev.nextcart.inference.Interaction.Action;
import dev.nextcart.models.recommend.Catalogue;
import dev.nextcart.models.recommend.History;
import dev.nextcart.training.CannotRunException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code events.jsonl.gz} of our export: what each shopper viewed, put into the cart and bought, when, and what the
 * products are called. Each item stands once per shopper, where it was first met, with the strongest action; as the endpoint
 * reads a history. Events of other kinds and guests' orders are passed over.
 */
final class EventsFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Numbers catalogue = new Numbers();
    private final Map<String, List<Interaction>> shoppers = new LinkedHashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    private EventsFile() {}

    /**
     * @throws CannotRunException for a file that cannot be read, or a line that is no event
     */
    static SequenceData read(Path file) {
        EventsFile events = new EventsFile();
        try (TextLines lines = new TextLines(file)) {
            for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    events.take(line, lines);
                }
            }
        }
        return events.data(file);
    }

    private void take(String line, TextLines lines) {
        try {
            JsonNode event = JSON.readTree(line);
            switch (text(event, "type")) {
                case "ProductViewed" -> met(event, text(event, "productId"), Action.VIEWED);
                case "CartItemAdded" -> met(event, text(event, "productId"), Action.CARTED);
                case "OrderPlaced" ->
                    event.path("lines").forEach(each -> met(event, text(each, "productId"), Action.BOUGHT));
                case "ProductChanged" ->
                    texts.put(
                            text(event, "productId"),
                            (event.path("title").asText() + ". "
                                            + event.path("description").asText())
                                    .strip());
                default -> {
                    // Reviews, searches and erasures say nothing of what comes next.
                }
            }
        } catch (JsonProcessingException e) {
            throw lines.bad("is no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw lines.bad("is no event: " + e.getMessage());
        }
    }

    private void met(JsonNode event, String product, Action action) {
        String shopper = event.path("shopperId").asText();
        if (!shopper.isEmpty()) {
            shoppers.computeIfAbsent(shopper, any -> new ArrayList<>())
                    .add(new Interaction(product, action, Optional.of(Instant.parse(text(event, "occurredAt")))));
            catalogue.of(product);
        }
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value.asText();
    }

    private SequenceData data(Path file) {
        if (shoppers.isEmpty()) {
            throw new CannotRunException(file + " has no shopper who viewed or bought anything");
        }
        Catalogue known = new Catalogue(catalogue.names());
        List<History> histories = new ArrayList<>();
        for (List<Interaction> each : shoppers.values()) {
            each.sort(
                    Comparator.comparing(interaction -> interaction.occurredAt().orElse(Instant.MIN)));
            histories.add(known.history(each));
        }
        return new SequenceData(catalogue.names(), histories, texts);
    }
}
