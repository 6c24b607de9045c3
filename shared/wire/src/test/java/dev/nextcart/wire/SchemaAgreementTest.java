package dev.nextcart.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nextcart.domain.event.InvalidEventException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sender can check with the schemas is what the reader takes, but for the exceptions {@code events/README.md} lists. */
class SchemaAgreementTest {
    private static final int BREAKS_PER_TYPE = 2_000;
    private static final int BREAKS_PER_EVENT = 20;
    private final Schemas schemas = new Schemas();
    private final EventReader reader = new EventReader(() -> Instant.parse("2099-12-31T00:00:00Z"));
    private final EventWriter writer = new EventWriter();

    @ParameterizedTest
    @EnumSource
    void schema_and_reader_agree_on_broken_events(EventType type) {
        RandomEvents events = new RandomEvents(11);
        Mutations mutations = new Mutations(13);
        int refused = 0;

        for (int i = 0; i < BREAKS_PER_TYPE / BREAKS_PER_EVENT; i++) {
            JsonNode valid = Schemas.parse(writer.write(events.next(type)));
            assertAgreement(valid);
            for (int j = 0; j < BREAKS_PER_EVENT; j++) {
                refused += assertAgreement(mutations.oneOf(valid)) ? 0 : 1;
            }
        }

        assertTrue(refused > BREAKS_PER_TYPE / 3 && refused < BREAKS_PER_TYPE, refused + " refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 5_001})
    void schema_and_reader_agree_on_the_longest_order(int lines) {
        String line = "{\"productId\":\"MUG\",\"quantity\":1,\"unitPriceCents\":995}";

        assertEquals(lines == 5_000, assertAgreement(order("GBP", String.join(",", Collections.nCopies(lines, line)))));
    }

    @Test
    void what_no_schema_says_the_reader_does() {
        String mug = "{\"productId\":\"MUG\",\"quantity\":1,\"unitPriceCents\":995}";

        assertReaderAlone("currency: \"ZZZ\" is not an ISO 4217 currency code", order("ZZZ", mug));
        assertReaderAlone(
                "worth of all lines: 1000000000000000 is not in -1000000000000..1000000000000",
                order("GBP", "{\"productId\":\"MUG\",\"quantity\":1000000,\"unitPriceCents\":1000000000}"));
        assertReaderAlone(
                "lines[0].quantity: 1.0 is not a whole number, written without fraction or exponent",
                order("GBP", mug.replace(":1,", ":1.0,")));
        assertReaderAlone(
                "occurredAt: \"2025-02-30T00:00:00Z\" is on no calendar or clock",
                Schemas.parse(order("GBP", mug).toString().replace("12-01T08:26", "02-30T00:00")));
        assertReaderAlone(
                "occurredAt: 2099-12-31T23:59:59Z is more than 24 hours ahead of the receiver's clock, 2099-12-30T00:00:00Z",
                Schemas.parse(order("GBP", mug).toString().replace("2025-12-01T08:26:00Z", "2099-12-31T23:59:59Z")),
                new EventReader(() -> Instant.parse("2099-12-30T00:00:00Z")));
    }

    /** Whether both take it. */
    private boolean assertAgreement(JsonNode event) {
        List<String> complaints = schemas.complaints(event);
        Optional<String> reason = refusal(event, reader);

        assertEquals(
                complaints.isEmpty(),
                reason.isEmpty(),
                () -> "schema: " + complaints + "\nreader: " + reason + "\nevent: " + event);
        return reason.isEmpty();
    }

    private void assertReaderAlone(String reason, JsonNode event) {
        assertReaderAlone(reason, event, reader);
    }

    private void assertReaderAlone(String reason, JsonNode event, EventReader by) {
        assertEquals(List.of(), schemas.complaints(event));
        assertEquals(Optional.of(reason), refusal(event, by));
    }

    private static Optional<String> refusal(JsonNode event, EventReader by) {
        try {
            by.read(event.toString());
            return Optional.empty();
        } catch (InvalidEventException e) {
            return Optional.of(e.reason());
        }
    }

    private static JsonNode order(String currency, String lines) {
        return Schemas.parse("""
                {"eventId":"e1","type":"OrderPlaced","occurredAt":"2025-12-01T08:26:00Z","orderId":"o1",\
                "currency":"%s","lines":[%s]}""".formatted(currency, lines));
    }
}
