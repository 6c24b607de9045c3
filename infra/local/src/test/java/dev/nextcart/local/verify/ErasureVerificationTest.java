package dev.nextcart.local.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.ShopperEvents;
import dev.nextcart.wire.EventWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureVerificationTest {
    private static final OrderPlaced ORDER = Events.placed("o1", 2_500);
    private static final ShopEvent YOURS =
            ShopperEvents.of(Events.OTHER_SHOPPER).viewed("e1", Events.NOON, Events.MUG);
    private static final ShopperErased REQUEST =
            new ShopperErased(new Origin("x1", Events.NOON), Events.SHOPPER, Optional.empty());

    @TempDir
    private Path folder;

    private final SmallCloud cloud = new SmallCloud();

    /** Whether the journal was scrubbed before the rest came, after it, or not at all. */
    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "never"})
    void an_erased_shopper_is_accounted_for_and_the_ledger_still_adds_up(String scrubbed) throws IOException {
        cloud.count(ORDER, Events.viewed("v1"), YOURS, Events.placedByGuest("g1", 700));
        cloud.erase(REQUEST);
        if (scrubbed.equals("before")) {
            cloud.scrub(Events.SHOPPER);
        }
        ShopEvent late = Events.placed("o2", 100);
        cloud.send(late);
        cloud.record(late);
        cloud.send(ORDER);
        cloud.withhold(Events.SHOPPER, new EventWriter().write(late));
        if (scrubbed.equals("after")) {
            cloud.scrub(Events.SHOPPER);
        }

        Verification found = cloud.verify(folder);

        assertTrue(found.clean(), found::toString);
        assertEquals(new Accounting(7, 2, 1, 0, 0, 4), found.events());
        assertEquals(1, found.erasedShoppers());
        assertEquals(1, found.figures().guestOrders());
    }

    @Test
    void an_erased_order_that_is_not_in_the_ledger_is_missed() throws IOException {
        cloud.send(ORDER);
        cloud.erase(REQUEST);
        cloud.scrub(Events.SHOPPER);

        assertWhat(cloud.verify(folder), "is not stored, though 1 lines were sent");
    }

    @Test
    void a_request_without_a_tombstone_is_found() throws IOException {
        cloud.count(YOURS);
        cloud.send(REQUEST);

        Verification found = cloud.verify(folder);

        assertWhat(
                found, "the erasure of " + ShopperKey.of(Events.SHOPPER) + " was asked for, but no tombstone stands");
        assertTrue(found.otherDifferences() > 0);
    }

    @Test
    void a_tombstone_that_is_not_finished_is_found() throws IOException {
        cloud.bury(Events.SHOPPER, Optional.empty());

        assertWhat(cloud.verify(folder), "has not come to its end");
    }

    @Test
    void what_is_left_of_an_erased_shopper_is_found() throws IOException {
        cloud.erase(REQUEST);
        cloud.setAside(Events.viewed("v1"));
        cloud.refuse(Events.SHOPPER, "{}");

        Verification found = cloud.verify(folder);

        assertEquals(2, found.otherDifferences(), found::toString);
        assertWhat(found, "a late event of " + ShopperKey.of(Events.SHOPPER));
        assertWhat(found, "the payload of refusal id-0");
    }

    @Test
    void a_payload_withheld_without_a_reason_is_found() throws IOException {
        cloud.withhold(Events.SHOPPER, "{}");

        assertWhat(cloud.verify(folder), "is withheld, though no tombstone stands");
    }

    private static void assertWhat(Verification found, String expected) {
        assertTrue(
                found.first().stream().anyMatch(difference -> difference.what().contains(expected)), found::toString);
    }
}
