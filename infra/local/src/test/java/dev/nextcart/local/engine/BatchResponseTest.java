package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchResponseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"batchItemFailures\":null}",
                "{\"batchItemFailures\":[]}",
                "{\"batchItemFailure\":[{\"itemIdentifier\":\"m1\"}]}"
            })
    void an_answer_without_failures_is_success(String answer) {
        assertInstanceOf(BatchResponse.Succeeded.class, read(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"messageId\":\"m1\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"stranger\"}]}",
                "{\"batchItemFailures\":[\"m1\"]}",
                "{\"batchItemFailures\":\"m1\"}",
                "{\"batchItemFailures\":",
                "\"done\"",
                "[]"
            })
    void an_answer_that_makes_no_sense_fails_the_batch(String answer) {
        assertInstanceOf(BatchResponse.Failed.class, read(answer));
    }

    @Test
    void an_answer_names_the_failed_items() {
        String answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"},{\"itemIdentifier\":\"m1\"}]}";

        assertEquals(new BatchResponse.SomeFailed(Set.of("m1", "m2")), read(answer));
    }

    private static BatchResponse read(String answer) {
        return BatchResponse.read(new ObjectMapper(), answer, Set.of("m1", "m2")::contains);
    }
}
