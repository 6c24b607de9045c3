package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.engine.SourceEvents.Sent;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import dev.nextcart.local.template.TemplateReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceEventsTest {
    private static final List<Sent> TWO =
            List.of(new Sent("anna", "ProductViewed", "{\"eventId\":\"e1\"}"), new Sent("ben", "ProductViewed", "{}"));

    private final CloudTemplate template =
            TemplateReader.read(Path.of(System.getProperty("nextcart.root"), "template.yaml"));
    private final SourceEvents events =
            new SourceEvents(template, "shop", () -> Instant.parse("2026-11-22T06:00:00Z"), 1);

    @Test
    void a_stream_hands_over_records() throws IOException {
        JsonNode record = records(true).path(0);

        assertEquals("anna", record.path("kinesis").path("partitionKey").asText());
        assertEquals(
                "{\"eventId\":\"e1\"}",
                new String(record.path("kinesis").path("data").binaryValue(), StandardCharsets.UTF_8));
    }

    @Test
    void a_queue_hands_over_envelopes() throws IOException {
        JsonNode body =
                new ObjectMapper().readTree(records(false).path(0).path("body").asText());

        assertEquals("shop", body.path("source").asText());
        assertEquals("ProductViewed", body.path("detail-type").asText());
        assertEquals("e1", body.path("detail").path("eventId").asText());
    }

    private JsonNode records(boolean fromStream) throws IOException {
        FunctionSpec function = template.functions().values().stream()
                .filter(each -> each.sources().getFirst() instanceof StreamSource == fromStream)
                .findFirst()
                .orElseThrow();
        JsonNode records =
                new ObjectMapper().readTree(events.batch(function, TWO)).path("Records");
        assertEquals(2, records.size());
        return records;
    }
}
