package dev.nextcart.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.domain.erasure.Erasure;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.profile.Reviews;
import dev.nextcart.store.StoredRefusal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalTablesResource.class)
@TestProfile(ReviewEventsTest.Handler.class)
class ReviewEventsTest {
    @Inject
    Tables tables;

    @Inject
    Erasure erasure;

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

    @Test
    void a_review_of_an_erased_shopper_is_refused_without_a_word_of_it() throws Exception {
        ShopperId erased = new ShopperId("shopper-1093");
        erasure.erase(erased, Instant.now());
        String review = FunctionUnderTest.envelope("sqs/review-posted.json").replace("shopper-4821", erased.value());

        assertEquals("{\"batchItemFailures\":[]}", FunctionUnderTest.invoke(review));
        assertEquals("{\"batchItemFailures\":[]}", FunctionUnderTest.invoke(review));

        List<StoredRefusal> refusals = tables.refusals();
        assertEquals(1, refusals.size());
        assertEquals(Optional.of(ShopperKey.of(erased)), refusals.getFirst().shopper());
        assertEquals("its shopper is erased", refusals.getFirst().refusal().reason());
        assertEquals("", refusals.getFirst().refusal().payload());
    }

    /** Runs {@code review-events}. */
    public static final class Handler implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.lambda.handler", "review-events");
        }
    }
}
