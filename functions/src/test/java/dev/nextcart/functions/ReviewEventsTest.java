package dev.nextcart.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Reviews;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalTablesResource.class)
@TestProfile(ReviewEventsTest.Handler.class)
class ReviewEventsTest {
    @Inject
    Tables tables;

    @Test
    void a_review_and_its_removal_count_once_each() throws Exception {
        String posted = FunctionUnderTest.envelope("sqs/review-posted.json");
        String removed = FunctionUnderTest.envelope("sqs/review-removed.json");

        for (String event : new String[] {removed, posted, posted, removed}) {
            assertEquals("{\"batchItemFailures\":[]}", FunctionUnderTest.invoke(event));
        }

        Reviews reviews = tables.profile(new ShopperId("shopper-4821")).reviews();
        assertEquals(1, reviews.posted());
        assertEquals(1, reviews.removed());
    }

    /** Runs {@code review-events}. */
    public static final class Handler implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.lambda.handler", "review-events");
        }
    }
}
