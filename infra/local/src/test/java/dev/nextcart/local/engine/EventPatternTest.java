package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {
    private static final String EVENT = """
            {"source":"nextcart.shop","detail-type":"OrderPlaced",
             "detail":{"type":"OrderPlaced","quantity":3,"ratio":3.0,"gift":true,"note":null,
                       "lines":[{"productId":"A","kind":"x"},{"productId":"B","kind":"y"}],"tags":["new","sale"],
                       "empty":[]}}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"source":["nextcart.shop"]}                                   | true
            {"source":["other","nextcart.shop"]}                           | true
            {"source":["Nextcart.Shop"]}                                   | false
            {"source":["nextcart.shop"],"detail-type":["OrderReturned"]}   | false
            {"detail":{"type":["OrderPlaced"]}}                            | true
            {"detail":{"type":[{"prefix":"Order"}]}}                       | true
            {"detail":{"type":[{"prefix":"Review"}]}}                      | false
            {"detail":{"type":[{"anything-but":"OrderPlaced"}]}}           | false
            {"detail":{"type":[{"anything-but":["A","OrderPlaced"]}]}}     | false
            {"detail":{"type":[{"anything-but":["A","B"]}]}}               | true
            {"detail":{"missing":[{"anything-but":["A"]}]}}                | false
            {"detail":{"type":[{"exists":true}]}}                          | true
            {"detail":{"type":[{"exists":false}]}}                         | false
            {"detail":{"missing":[{"exists":false}]}}                      | true
            {"detail":{"missing":{"deeper":[{"exists":false}]}}}           | true
            {"detail":{"empty":[{"exists":false}]}}                        | true
            {"detail":[{"exists":true}]}                                   | false
            {"detail":{"quantity":[3]}}                                    | true
            {"detail":{"quantity":["3"]}}                                  | false
            {"detail":{"quantity":[3.0]}}                                  | false
            {"detail":{"ratio":[3.0]}}                                     | true
            {"detail":{"gift":[true]}}                                     | true
            {"detail":{"note":[null]}}                                     | true
            {"detail":{"missing":[null]}}                                  | false
            {"detail":{"tags":["sale"]}}                                   | true
            {"detail":{"tags":["old"]}}                                    | false
            {"detail":{"lines":{"productId":["B"]}}}                       | true
            {"detail":{"lines":{"productId":["B"],"kind":["x"]}}}          | false
            """)
    void a_pattern_matches_as_eventbridge_documents(String pattern, boolean matches) {
        EventPattern read = EventPattern.read("rule", Templates.json(pattern));

        assertEquals(matches, read.matches(Templates.json(EVENT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"detail\":{\"type\":[{\"suffix\":\"Placed\"}]}}",
                "{\"detail\":{\"type\":[{\"anything-but\":{\"prefix\":\"Order\"}}]}}",
                "{\"detail\":{\"type\":[{\"numeric\":[\">\",1]}]}}",
                "{\"$or\":[{\"source\":[\"a\"]}]}",
                "{\"detail\":{\"type\":\"OrderPlaced\"}}",
                "{\"detail\":{\"type\":[]}}",
                "{\"detail\":{}}",
                "{\"detail\":{\"type\":[{\"prefix\":1}]}}",
                "{\"detail\":{\"type\":[{\"exists\":\"yes\"}]}}"
            })
    void a_pattern_that_cannot_be_honoured_is_an_error(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> EventPattern.read("rule", Templates.json(pattern)));
    }

    @Test
    void an_error_names_the_place_and_the_operator() {
        String pattern = "{\"detail\":{\"type\":[{\"suffix\":\"Placed\"}]}}";

        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class, () -> EventPattern.read("OrdersRule", Templates.json(pattern)));

        assertTrue(String.valueOf(error.getMessage()).contains("OrdersRule.EventPattern.detail.type: operator suffix"));
    }
}
