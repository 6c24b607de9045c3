package dev.nextcart.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopEvent.Stream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file in {@code events/} is expected here, and read. To write the envelopes anew after a change to an event, run
 * this test with {@code -Dnextcart.rewrite-envelopes=true}.
 */
class EventFilesTest {
    private final EventReader reader = new EventReader(() -> Instant.parse("2026-01-01T00:00:00Z"));
    private final EventWriter writer = new EventWriter();
    private final Envelopes envelopes = new Envelopes();

    @Test
    void the_folder_holds_what_is_read_here_and_nothing_else() {
        TreeSet<String> expected = new TreeSet<>(envelopes().keySet());
        expected.add("README.md");
        expected.add("schema/common.schema.json");
        for (EventType type : EventType.values()) {
            expected.add(EventFiles.kebab(type) + ".json");
            expected.add(Schemas.file(type));
        }

        assertEquals(expected, new TreeSet<>(EventFiles.all()));
    }

    @ParameterizedTest
    @EnumSource
    void each_example_is_canonical_and_fits_its_schema(EventType type) {
        String json = EventFiles.example(type);

        ShopEvent event = reader.read(json);

        assertEquals(type, EventType.of(event));
        assertEquals(writer.write(event), Schemas.parse(json).toString());
        assertTrue(new Schemas().complaints(Schemas.parse(json)).isEmpty());
    }

    @Test
    void each_envelope_is_up_to_date_with_its_event() throws IOException {
        if (Boolean.getBoolean("nextcart.rewrite-envelopes")) {
            rewrite();
        }

        envelopes().forEach((path, text) -> assertEquals(text, EventFiles.text(path), path));
    }

    @ParameterizedTest
    @EnumSource
    void each_envelope_gives_the_event_it_wraps(EventType type) {
        ShopEvent event = reader.read(EventFiles.example(type));
        String file = EventFiles.kebab(type) + ".json";

        if (type.stream() == Stream.CLICKS) {
            String data = Schemas.parse(EventFiles.text("kinesis/" + file))
                    .at("/Records/0/kinesis/data")
                    .asText();
            assertEquals(event, reader.read(new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8)));
        } else {
            String body = Schemas.parse(EventFiles.text("sqs/" + file))
                    .at("/Records/0/body")
                    .asText();
            assertEquals(event, reader.readEnvelope(body));
            assertEquals(event, reader.readEnvelope(EventFiles.text("eventbridge/" + file)));
        }
    }

    @ParameterizedTest
    @MethodSource("schemaFiles")
    void each_schema_is_a_valid_schema(String file) {
        var rules = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertTrue(rules.validate(EventFiles.text(file), InputFormat.JSON).isEmpty());
    }

    @Test
    void the_readme_names_every_example() {
        String readme = EventFiles.text("README.md");

        for (EventType type : EventType.values()) {
            assertTrue(readme.contains("`" + EventFiles.kebab(type) + "`"), type.wireName());
        }
    }

    static java.util.stream.Stream<String> schemaFiles() {
        return EventFiles.all().stream().filter(path -> path.startsWith("schema/"));
    }

    private SortedMap<String, String> envelopes() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (EventType type : EventType.values()) {
            ShopEvent event = reader.read(EventFiles.example(type));
            String file = EventFiles.kebab(type) + ".json";
            if (type.stream() == Stream.CLICKS) {
                texts.put("kinesis/" + file, envelopes.kinesis(event));
            } else {
                texts.put("sqs/" + file, envelopes.sqs(event));
                texts.put("eventbridge/" + file, envelopes.eventBridge(event));
            }
        }
        return texts;
    }

    private void rewrite() throws IOException {
        for (var envelope : envelopes().entrySet()) {
            Path path = EventFiles.ROOT.resolve(envelope.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, envelope.getValue());
        }
    }
}
