package dev.nextcart.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Amounts;
import dev.nextcart.domain.profile.Profile;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code order-events}, the default handler, on DynamoDB Local. */
@QuarkusTest
@QuarkusTestResource(LocalTablesResource.class)
class OrderEventsTest {
    private static final String NO_FAILURES = "{\"batchItemFailures\":[]}";

    @Inject
    Tables tables;

    @Test
    void a_redelivered_order_counts_once_in_profile_and_ledger() throws Exception {
        String event = FunctionUnderTest.envelope("sqs/order-placed.json");

        assertEquals(NO_FAILURES, FunctionUnderTest.invoke(event));
        assertEquals(NO_FAILURES, FunctionUnderTest.invoke(event));

        Profile profile = tables.profile(new ShopperId("shopper-4821"));
        assertEquals(1, profile.counted());
        assertEquals(14, profile.purchases().units());
        assertEquals(
                Amounts.NONE.plus("GBP", 6 * 1150 + 6 * 1850 + 2 * 995),
                profile.purchases().gross());
        assertEquals(3, tables.saleLines("order-NC-20417-placed"));
    }

    @Test
    void a_function_that_needs_no_s3_makes_no_client_of_it() throws Exception {
        InjectableBean<S3Client> bean = Arc.container().instance(S3Client.class).getBean();

        FunctionUnderTest.invoke(FunctionUnderTest.envelope("sqs/order-placed.json"));

        assertNull(Objects.requireNonNull(Arc.container().getActiveContext(bean.getScope()))
                .get(bean));
    }

    @Test
    void bad_messages_end_refused_with_a_reason_and_cost_their_batch_nothing() throws Exception {
        String good = envelope("OrderPlaced", order("good-1", 2));
        String batch = SqsMessages.event(
                good,
                envelope("OrderPlaced", order("bad-1", -2)),
                good.substring(0, good.length() / 2),
                envelope("OrderShipped", "{\"type\":\"OrderShipped\"}"),
                envelope("OrderPlaced", order("bad-2", 1).replace("\"GBP\"", "7")),
                envelope("OrderPlaced", order("bad-3", 1).replace("2026-03-02", "2099-03-02")),
                envelope("OrderPlaced", order("bad-4", 1).replace("\"shopper-7\"", "\"shop\\u0000per\"")),
                envelope("OrderPlaced", order("bad-5", 1).replace("\"o-1\"", "\"" + "x".repeat(300_000) + "\"")),
                envelope("OrderPlaced", order("good-🛒", 1)));

        assertEquals(NO_FAILURES, FunctionUnderTest.invoke(batch));

        assertEquals(2, tables.profile(new ShopperId("shopper-7")).counted());
        for (String reason : new String[] {
            "lines[0].quantity: -2 is not in 1..1000000",
            "breaks off",
            "\"OrderShipped\" is none of",
            "currency",
            "ahead of the receiver's clock",
            "has a control character",
            "has 300000 characters, not 1..128"
        }) {
            assertTrue(
                    tables.refusalReasons().stream().anyMatch(given -> given.contains(reason)),
                    () -> "no refusal says: " + reason + " among " + tables.refusalReasons());
        }
    }

    @Test
    void an_order_of_ten_thousand_lines_is_refused_and_one_of_four_thousand_is_counted() throws Exception {
        String line = "{\"productId\":\"mug\",\"quantity\":1,\"unitPriceCents\":450}";
        String many = order("many", 1).replace(line, (line + ",").repeat(3_999) + line);
        String tooMany = order("too-many", 1).replace(line, (line + ",").repeat(9_999) + line);
        String batch = SqsMessages.event(
                envelope("OrderPlaced", many.replace("shopper-7", "shopper-8")), envelope("OrderPlaced", tooMany));

        assertEquals(NO_FAILURES, FunctionUnderTest.invoke(batch));

        assertEquals(
                4_000, tables.profile(new ShopperId("shopper-8")).purchases().units());
        assertTrue(tables.refusalReasons().contains("lines: 10000 entries are not 1..5000"));
    }

    @Test
    void a_guests_order_counts_in_the_ledger_only() throws Exception {
        long profiles = tables.profiles();

        String guest = order("guest-1", 1).replace("\"shopperId\":\"shopper-7\",", "");
        assertEquals(NO_FAILURES, FunctionUnderTest.invoke(SqsMessages.event(envelope("OrderPlaced", guest))));

        assertEquals(profiles, tables.profiles());
        assertEquals(1, tables.saleLines("guest-1"));
    }

    private static String envelope(String type, String detail) {
        return "{\"version\":\"0\",\"id\":\"1\",\"detail-type\":\"" + type
                + "\",\"source\":\"nextcart.shop\",\"detail\":" + detail + "}";
    }

    private static String order(String eventId, int quantity) {
        return """
                {"eventId":"%s","type":"OrderPlaced","occurredAt":"2026-03-02T09:00:00Z","shopperId":"shopper-7",\
                "orderId":"o-1","currency":"GBP","lines":[{"productId":"mug","quantity":%d,"unitPriceCents":450}]}\
                """.formatted(eventId, quantity);
    }
}
