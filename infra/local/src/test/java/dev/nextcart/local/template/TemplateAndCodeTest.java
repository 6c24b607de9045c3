package dev.nextcart.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.wire.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The template and the code name the same functions and events. */
class TemplateAndCodeTest {
    private static final Pattern HANDLER =
            Pattern.compile("@Named\\(\\w+\\.NAME\\).*String NAME = \"([^\"]+)\"", Pattern.DOTALL);

    @Test
    void every_function_has_its_handler_and_every_handler_its_function() throws IOException {
        Set<String> functions = new TreeSet<>();
        TemplateReader.read(ShopTemplate.FILE).functions().values().forEach(function -> {
            String handler = function.environment().get("QUARKUS_LAMBDA_HANDLER");
            functions.add(handler);
            assertTrue(function.name().endsWith("-" + handler), function.name());
        });

        assertEquals(handlers(), functions);
    }

    @Test
    void what_no_rule_names_is_what_the_unknown_events_rule_takes() {
        Set<String> known = new TreeSet<>();
        for (String rule : List.of("OrdersRule", "ReviewsRule", "CatalogueRule", "PrivacyRule")) {
            pattern(rule).forEach(type -> known.add(type.asText()));
        }

        Set<String> notUnknown = new TreeSet<>();
        pattern("UnknownEventsRule").path(0).path("anything-but").forEach(type -> notUnknown.add(type.asText()));

        assertEquals(known, notUnknown);
    }

    @Test
    void the_archive_gets_every_kind_of_event_that_the_bus_carries() {
        Set<String> onTheBus = new TreeSet<>();
        for (EventType type : EventType.values()) {
            if (type.stream() != ShopEvent.Stream.CLICKS) {
                onTheBus.add(type.wireName());
            }
        }
        onTheBus.remove("ShopperErased"); // it would bring back the id it is to remove

        Set<String> archived = new TreeSet<>();
        pattern("ArchiveRule").forEach(type -> archived.add(type.asText()));

        assertEquals(onTheBus, archived);
    }

    private static JsonNode pattern(String rule) {
        return ShopTemplate.properties(rule).path("EventPattern").path("detail-type");
    }

    private static Set<String> handlers() throws IOException {
        Set<String> handlers = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ShopTemplate.ROOT.resolve("functions/src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher names = HANDLER.matcher(Files.readString(file));
                while (names.find()) {
                    handlers.add(names.group(1));
                }
            }
        }
        return handlers;
    }
}
