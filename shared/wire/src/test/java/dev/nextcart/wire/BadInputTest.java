package dev.nextcart.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.InvalidEventException;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator reads when a sender is wrong. */
class BadInputTest {
    private static final String LINE = "{\"productId\":\"MUG\",\"quantity\":2,\"unitPriceCents\":995}";
    private static final String ORDER = """
            {"eventId":"e1","type":"OrderPlaced","occurredAt":"2025-12-01T08:26:00Z","shopperId":"ann","orderId":"o1",\
            "currency":"GBP","lines":[%s,%s]}""".formatted(LINE, LINE);
    private static final String SHOWN = """
            {"eventId":"e1","type":"RecommendationShown","occurredAt":"2025-12-01T08:26:00Z","shopperId":"ann",\
            "recommendationId":"r1","items":[{"productId":"MUG","propensity":0.5}]}""";
    private final EventReader reader = new EventReader(() -> Instant.parse("2025-12-01T12:00:00Z"));

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                wrong("\"o1\"", "7", "orderId: 7 is not text"),
                wrong("\"orderId\":\"o1\",", "", "orderId is missing"),
                wrong("\"o1\"", "null", "orderId: null is not text"),
                wrong("\"o1\"", "\"\"", "orderId: \"\" has 0 characters, not 1..128"),
                wrong("\"o1\"", "[\"o1\"]", "orderId: a list is not text"),
                wrong("\"o1\"", "{}", "orderId: an object is not text"),
                wrong("\"o1\"", "true", "orderId: true is not text"),
                wrong("\"e1\"", "\"a\\u0000b\"", "eventId: \"a\\u0000b\" has a control character"),
                wrong("\"e1\"", "\"a\\ud83c\"", "eventId: \"(not shown)\" has half a surrogate pair and no UTF-8 form"),
                wrong(
                        "\"e1\"",
                        '"' + "🎁".repeat(129) + '"',
                        "eventId: \"" + "🎁".repeat(80) + "…\" has 129 characters, not 1..128"),
                wrong("\"ann\"", "7", "shopperId: 7 is not text"),
                wrong("\"GBP\"", "\"gbp\"", "currency: \"gbp\" is not an ISO 4217 currency code"),
                wrong("[" + LINE + "," + LINE + "]", "[]", "lines: 0 entries are not 1..5000"),
                wrong("[" + LINE + "," + LINE + "]", LINE, "lines: an object is not a list"),
                wrong(LINE + "]", "null]", "lines[1]: null is not a JSON object"),
                wrong(LINE + "]", line("quantity\":2", "quantity\":-2"), "lines[1].quantity: -2 is not in 1..1000000"),
                wrong(LINE + "]", line("\"quantity\":2,", ""), "lines[1].quantity is missing"),
                wrong(LINE + "]", line("quantity\":2", "quantity\":\"2\""), whole("lines[1].quantity", "\"2\"")),
                wrong(LINE + "]", line("quantity\":2", "quantity\":2.0"), whole("lines[1].quantity", "2.0")),
                wrong(LINE + "]", line("quantity\":2", "quantity\":2e0"), whole("lines[1].quantity", "2.0")),
                wrong(
                        LINE + "]",
                        line("quantity\":2", "quantity\":3000000000"),
                        "lines[1].quantity: 3000000000 is not in -2147483648..2147483647"),
                wrong(
                        LINE + "]",
                        line("995", "9223372036854775808"),
                        "lines[1].unitPriceCents: 9223372036854775808 is not in -9223372036854775808..9223372036854775807"),
                wrong(
                        LINE + "]",
                        line("995", "1000000001"),
                        "lines[1].unitPriceCents: 1000000001 is not in -1000000000..1000000000"),
                wrong(
                        LINE + "]",
                        line("\"MUG\"", "\"\\u0000\""),
                        "lines[1].productId: \"\\u0000\" has a control character"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void a_wrong_field_is_named_with_its_value_and_the_rule(String event, String reason) {
        assertRefused(reason, event);
    }

    static Stream<Arguments> wrongTimes() {
        String shape = " is not ISO 8601 in UTC, such as 2010-12-01T08:26:00Z";
        String range = " is not in 2000-01-01T00:00:00Z..2100-01-01T00:00:00Z";
        String ahead = " is more than 24 hours ahead of the receiver's clock, 2025-12-01T12:00:00Z";
        return Stream.of(
                time("\"1969-07-20T20:17:40Z\"", "1969-07-20T20:17:40Z" + range),
                time("\"9999-12-31T23:59:59Z\"", "9999-12-31T23:59:59Z" + range),
                time("\"2062-01-01T00:00:00Z\"", "2062-01-01T00:00:00Z" + ahead),
                time("\"2025-99-99T00:00:00Z\"", "\"2025-99-99T00:00:00Z\" is on no calendar or clock"),
                time("\"+1000000000-12-31T23:59:59Z\"", "\"+1000000000-12-31T23:59:59Z\"" + shape),
                time("\"2025-12-01T09:26:00+01:00\"", "\"2025-12-01T09:26:00+01:00\"" + shape),
                time("\"yesterday\"", "\"yesterday\"" + shape),
                time("1764577560", "1764577560 is not text"));
    }

    @ParameterizedTest
    @MethodSource("wrongTimes")
    void an_absurd_date_is_refused(String event, String reason) {
        assertRefused(reason, event);
    }

    static Stream<Arguments> noJson() {
        return Stream.of(
                Arguments.of("", "the payload is empty"),
                Arguments.of("hello", "JSON at line 1, column 6: \"the payload\" is malformed"),
                Arguments.of("[1]", "event: a list is not a JSON object"),
                Arguments.of("\"text\"", "event: \"text\" is not a JSON object"),
                Arguments.of(ORDER + "x", "JSON at line 1, column 243: \"the payload\" is malformed"),
                Arguments.of(ORDER + " {}", "JSON at line 1, column 244: \"the payload\" goes on after its end"),
                Arguments.of(
                        "{\n \"lines\": [{}, {\"quantity\": 'two'}]}",
                        "JSON at line 2, column 30: \"lines[1].quantity\" is malformed"),
                Arguments.of(
                        "{\"type\":\"OrderPlaced\",\"lines\":[{\"quantity\":1,\"quantity\":2}]}",
                        "JSON at line 1, column 58: \"lines[0].quantity\" is given twice"));
    }

    @ParameterizedTest
    @MethodSource("noJson")
    void what_is_no_json_object_is_told_by_place(String event, String reason) {
        assertRefused(reason, event);
    }

    @Test
    void truncated_json_says_where_it_breaks_off_and_not_what_it_said() {
        for (int end = 1; end < ORDER.length(); end++) {
            String reason = refusal(ORDER.substring(0, end));

            assertTrue(reason.startsWith("JSON at line 1, column "), reason);
            assertTrue(reason.endsWith(" breaks off") || reason.endsWith(" is malformed"), reason);
        }
        int inTheSecondQuantity = ORDER.lastIndexOf(":2,") + 1;
        assertRefused(
                "JSON at line 1, column 217: \"lines[1].quantity\" breaks off",
                ORDER.substring(0, inTheSecondQuantity));
    }

    @Test
    void an_unknown_type_is_answered_with_the_known_ones() {
        assertRefused(
                "type: \"OrderShipped\" is none of OrderPlaced, OrderCancelled, OrderReturned, ReviewPosted, "
                        + "ReviewRemoved, ProductViewed, CartItemAdded, CartItemRemoved, SearchPerformed, "
                        + "RecommendationShown, RecommendationClicked, ProductChanged, ShopperErased",
                ORDER.replace("OrderPlaced", "OrderShipped"));
        assertRefused("type is missing", "{}");
    }

    @Test
    void a_body_of_300_kilobytes_is_refused_by_the_field_that_is_too_long() {
        assertRefused(
                "orderId: \"" + "x".repeat(80) + "…\" has 307200 characters, not 1..128",
                ORDER.replace("\"o1\"", '"' + "x".repeat(300 * 1024) + '"'));
    }

    @Test
    void a_payload_above_a_mebibyte_is_not_parsed() {
        assertRefused(
                "the payload has 1048577 characters, more than the 1048576 that are read", " ".repeat(1024 * 1024 + 1));
    }

    @Test
    void an_order_of_ten_thousand_lines_is_refused_by_the_limit() {
        String lines = String.join(",", Collections.nCopies(10_000, LINE));

        assertRefused("lines: 10000 entries are not 1..5000", ORDER.replace(LINE + "," + LINE, lines));
    }

    @Test
    void deep_nesting_and_huge_numbers_are_refused_even_where_nobody_looks() {
        String deep = ORDER.replaceFirst("\\{", "{\"x\":" + "[".repeat(100_000));
        String huge = ORDER.replaceFirst("\\{", "{\"x\":" + "9".repeat(100_000) + ",");

        assertTrue(refusal(deep).contains("is more than is read: Document nesting depth (33) exceeds"), refusal(deep));
        assertTrue(refusal(huge).contains("is more than is read: Number value length (100000) exceeds"), refusal(huge));
    }

    @Test
    void an_impossible_propensity_is_refused() {
        for (String propensity : new String[] {"0", "-0.1", "1.5", "1e999", "1e-999"}) {
            String reason = refusal(SHOWN.replace("0.5", propensity));

            assertTrue(reason.startsWith("items[0].propensity: "), reason);
            assertTrue(reason.endsWith(" is not above 0 and at most 1"), reason);
        }
        assertRefused("items[0].propensity: \"0.5\" is not a number", SHOWN.replace("0.5", "\"0.5\""));
    }

    @Test
    void an_envelope_must_be_one() {
        assertEquals("detail is missing", envelopeRefusal(ORDER));
        assertEquals("detail: \"text\" is not a JSON object", envelopeRefusal("{\"detail\":\"text\"}"));
        assertEquals(
                "lines[1].quantity: -2 is not in 1..1000000",
                envelopeRefusal("{\"detail\":" + ORDER.replace(LINE + "]", LINE.replace(":2", ":-2") + "]") + "}"));
        assertEquals(
                "detail-type: \"OrderReturned\" is not the type that the detail gives itself",
                envelopeRefusal("{\"detail-type\":\"OrderReturned\",\"detail\":" + ORDER + "}"));
        assertEquals("detail-type: 7 is not text", envelopeRefusal("{\"detail-type\":7,\"detail\":" + ORDER + "}"));
    }

    private static Arguments wrong(String right, String wrong, String reason) {
        return Arguments.of(ORDER.replace(right, wrong), reason);
    }

    private static Arguments time(String time, String reason) {
        return wrong("\"2025-12-01T08:26:00Z\"", time, "occurredAt: " + reason);
    }

    /** The last line of the order, changed. */
    private static String line(String right, String wrong) {
        return LINE.replace(right, wrong) + "]";
    }

    private static String whole(String field, String value) {
        return field + ": " + value + " is not a whole number, written without fraction or exponent";
    }

    private void assertRefused(String reason, String event) {
        assertEquals(reason, refusal(event));
    }

    private String refusal(String event) {
        return assertThrows(InvalidEventException.class, () -> reader.read(event))
                .reason();
    }

    private String envelopeRefusal(String envelope) {
        return assertThrows(InvalidEventException.class, () -> reader.readEnvelope(envelope))
                .reason();
    }
}
