package dev.nextcart.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nextcart.domain.event.ShopperId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedShoppersTest {
    private final NamedShoppers named = new NamedShoppers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"shopperId\":\"ann\"}",
                "{\"shopper_id\" : \"ann\"}",
                "{\"ShopperID\":\"ann\"",
                "{\"detail\":{\"deep\":[{\"shopperId\":\"ann\"}]}}",
                "{\"detail\":{\"shopperId\":\"ann\",\"lines\":[{\"produ",
                "{\"shopperId\":\"\\u0061nn\"}",
                "{\"shopper\\u0049d\":\"ann\", oops",
                "{\"lines\":[oops, \"shopperId\":\"\\u0061nn\"",
                "{\"body\":\"{\\\"shopperId\\\":\\\"ann\\\"}\"}",
                "not JSON: {\\\"shopperId\\\":\\\"ann\\\"}",
                "{'shopperId': 'ann'}",
                "shopperId=ann&type=OrderPlaced",
                "{shopperId: ann}",
                "{\"shopperId\":\"ann\",\"shopperId\":\"ann\"}",
                "{\"shopperId\":[\"ann\"]}",
                "{\"shopperId\":\"ann\"} and more"
            })
    void a_shopper_is_found_in(String text) {
        assertEquals(Set.of(new ShopperId("ann")), named.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON at all",
                "{\"shopperId\":null}",
                "{\"shopperId\":\"\"}",
                "{\"shopperId\":{\"value\":1}}",
                "{\"productId\":\"shopperId\"}",
                "{\"a\":\"\\u0000\"}"
            })
    void nobody_is_found_in(String text) {
        assertEquals(Set.of(), named.in(text));
    }

    @Test
    void a_number_is_an_id_as_it_is_written() {
        assertEquals(Set.of(new ShopperId("17850")), named.in("{\"shopperId\":17850}"));
        assertEquals(Set.of(new ShopperId("17850")), named.in("{\"shopperId\":17850, oops"));
    }

    @Test
    void all_who_are_named_are_found() {
        assertEquals(
                Set.of(new ShopperId("ann"), new ShopperId("bob")),
                named.in("{\"shopperId\":\"ann\",\"shopperId\":\"bob\"}"));
    }

    @Test
    void deep_nesting_and_long_texts_end() {
        String deep = "[".repeat(5_000) + "{\"shopperId\":\"ann\"}";
        String wrapped = "{\"shopperId\":\"ann\"}";
        for (int times = 0; times < 3; times++) {
            wrapped = "{\"text\":" + quoted(wrapped) + "}";
        }

        assertEquals(Set.of(new ShopperId("ann")), named.in(deep));
        assertEquals(Set.of(new ShopperId("ann")), named.in(wrapped));
        assertTrue(named.in("shopperId".repeat(100_000)).size() <= 1);
    }

    /** Cut anywhere, an event names its shopper once the id is whole, with the nastiest ids there are. */
    @ParameterizedTest
    @EnumSource
    void a_truncated_event_names_its_shopper_once_the_id_is_whole(EventType type) {
        RandomEvents events = new RandomEvents(17);
        EventWriter writer = new EventWriter();
        for (int i = 0; i < 40; i++) {
            var event = events.next(type);
            String text = writer.write(event);
            List<ShopperId> shopper = event.shopper().stream().toList();
            assertEquals(Set.copyOf(shopper), named.in(text), text);
            String head = shopper.stream()
                    .map(id -> "\"shopperId\":" + quoted(id.value()))
                    .collect(Collectors.joining());
            int whole = text.indexOf(head) + head.length();
            for (int end = whole; end < text.length() && !head.isEmpty(); end += 7) {
                assertTrue(named.in(text.substring(0, end)).containsAll(shopper), text.substring(0, end));
            }
        }
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
