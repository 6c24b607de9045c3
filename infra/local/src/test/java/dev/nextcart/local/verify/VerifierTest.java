package dev.nextcart.local.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.ledger.Rollup;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.local.shop.SyntheticShop;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.ProductChanges;
import dev.nextcart.wire.EventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
    private static final OrderPlaced FIRST = Events.placed("o1", 2_500);
    private static final OrderPlaced SECOND = Events.placed("o2", Events.NOON.plusSeconds(60), 900);
    private static final DayBucket BUCKET = SaleLine.of(FIRST).getFirst().bucket();

    @TempDir
    private Path folder;

    private final SmallCloud cloud = new SmallCloud();

    @Test
    void a_store_that_is_what_was_sent_is_clean() throws IOException {
        List<ShopEvent> events = new SyntheticShop(1).open().events();
        cloud.count(events.toArray(ShopEvent[]::new));

        Verification found = cloud.verify(folder);

        assertTrue(found.clean(), found::toString);
        long superseded = found.events().superseded();
        assertEquals(
                new Accounting(events.size(), events.size() - superseded, 0, 0, 0, superseded, 0, 0), found.events());
        assertEquals(120, found.products());
        assertTrue(superseded > 100 && superseded < 260, () -> superseded + " changes overtaken");
        assertEquals(found.figures().customers(), found.profiles());
        assertTrue(found.rollups() >= found.rollupItems(), found::toString);
        assertTrue(found.profileBytes().max() >= found.profileBytes().p99(), found::toString);
        assertEquals(3, found.figures().samples().size());
        assertEquals(5, found.figures().bestSellers().size());
    }

    @Test
    void a_second_send_is_a_repeat() throws IOException {
        cloud.count(FIRST, Events.viewed("v1"));
        cloud.send(FIRST);

        Verification found = cloud.verify(folder);

        assertTrue(found.clean(), found::toString);
        assertEquals(new Accounting(3, 2, 1, 0, 0, 0, 0, 0), found.events());
    }

    @Test
    void the_newest_change_of_a_product_is_counted_and_the_others_are_overtaken() throws IOException {
        ProductChanged late = ProductChanges.mug("c1", Events.NOON.minusSeconds(60), 895);
        cloud.count(ProductChanges.mug("c1", 995), ProductChanges.mug("c2", 1_095), late);
        cloud.count(ProductChanges.of(new ProductId("JUG001"), "c1", Events.NOON, 1_495));
        cloud.send(late);

        Verification found = cloud.verify(folder);

        assertTrue(found.clean(), found::toString);
        assertEquals(new Accounting(5, 2, 1, 0, 0, 2, 0, 0), found.events());
        assertEquals(2, found.products());
    }

    @Test
    void a_product_that_is_not_as_it_was_last_told_is_found_field_by_field() throws IOException {
        cloud.count(ProductChanges.mug("c1", 995), ProductChanges.mug("c2", 1_095));
        cloud.tamper(ProductChanges.mug("c2", 1_094));

        Verification found = cloud.verify(folder);

        assertEquals(1, found.productDifferences());
        assertWhat(found, "product MUG001 is not the newest of the 2 changes sent");
        assertDetail(found, "priceCents: expected 1095, stored 1094");
    }

    @Test
    void an_older_change_that_stands_leaves_the_newer_one_unaccounted_for() throws IOException {
        cloud.count(ProductChanges.mug("c1", 995));
        cloud.send(ProductChanges.mug("c2", 1_095));

        Verification found = cloud.verify(folder);

        assertDetail(found, "origin.eventId: expected c2, stored c1");
        assertEquals(1, found.events().unaccounted());
    }

    @Test
    void products_that_are_missing_or_were_never_told_are_found() throws IOException {
        cloud.count(ProductChanges.mug("c1", 995));
        cloud.lose(Events.MUG);
        cloud.tamper(ProductChanges.of(new ProductId("GHOST"), "c9", Events.NOON, 1));

        Verification found = cloud.verify(folder);

        assertEquals(2, found.productDifferences());
        assertWhat(found, "product MUG001 is not stored, though 1 changes were sent");
        assertWhat(found, "product GHOST is stored, though nothing was sent of it");
    }

    @Test
    void an_event_counted_twice_is_found_with_the_number_that_is_wrong() throws IOException {
        cloud.count(FIRST);
        cloud.tamper(Events.SHOPPER, profile -> profile.with(FIRST));

        Verification found = cloud.verify(folder);

        assertEquals(1, found.profileDifferences());
        assertDetail(found, "purchases.orders: expected 1, stored 2");
        assertEquals(-1, found.events().unaccounted());
    }

    @Test
    void an_event_that_was_lost_is_found_by_name() throws IOException {
        cloud.count(FIRST);
        cloud.send(SECOND);
        cloud.record(SECOND);

        Verification found = cloud.verify(folder);

        assertEquals(1, found.profileDifferences());
        assertDetail(found, "sent but not counted: o2");
        assertEquals(1, found.events().unaccounted());
    }

    @Test
    void a_missing_and_a_surplus_profile_are_found() throws IOException {
        cloud.count(FIRST);
        cloud.lose(Events.SHOPPER);
        cloud.tamper(Events.OTHER_SHOPPER, profile -> profile);

        Verification found = cloud.verify(folder);

        assertEquals(2, found.profileDifferences());
        assertEquals(2, found.profiles());
        assertWhat(found, "profile of shopper-1 is not stored, though 1 events were sent");
        assertWhat(found, "profile of shopper-2 is stored, though no event of this shopper was sent");
    }

    @Test
    void a_wrong_a_missing_and_a_surplus_rollup_are_found() throws IOException {
        ShopEvent nextDay = Events.placed("o3", Events.NOON.plus(Duration.ofDays(1)), 100);
        DayBucket next = SaleLine.of((OrderPlaced) nextDay).getFirst().bucket();
        DayBucket other = new DayBucket(BUCKET.day().plusDays(9), 3);
        cloud.count(FIRST, nextDay);
        cloud.tamper(Rollup.of(BUCKET, SaleLine.of(Events.placed("o1", 2_400))));
        cloud.tamper(Rollup.of(other, SaleLine.of(FIRST)));
        cloud.lose(next);

        Verification found = cloud.verify(folder);

        assertEquals(3, found.rollupDifferences());
        assertEquals(3, found.rollups());
        assertEquals(0, found.profileDifferences());
        assertWhat(found, "is not the sum of the 1 lines sent");
        assertWhat(found, "is not stored, though 1 lines were sent");
        assertWhat(found, "is stored, though nothing of it was sold");
    }

    @Test
    void a_guest_s_order_is_accounted_for_by_the_ledger() throws IOException {
        cloud.count(Events.placedByGuest("g1", 700));
        cloud.send(Events.placedByGuest("g2", 700));

        Verification found = cloud.verify(folder);

        assertEquals(1, found.events().counted());
        assertEquals(1, found.figures().guestOrders());
        assertWhat(found, "event g2 of a guest was sent, but has no line in the ledger");
    }

    @Test
    void an_event_set_aside_and_not_counted_is_no_difference() throws IOException {
        cloud.count(FIRST);
        cloud.send(SECOND);
        cloud.record(SECOND);
        cloud.setAside(SECOND);

        Verification found = cloud.verify(folder);

        assertTrue(found.clean(), found::toString);
        assertEquals(new Accounting(2, 1, 0, 1, 0, 0, 0, 0), found.events());
    }

    @Test
    void an_event_set_aside_that_was_counted_before_is_a_repeat() throws IOException {
        cloud.count(FIRST, SECOND);
        cloud.send(SECOND);
        cloud.setAside(SECOND);

        Verification found = cloud.verify(folder);

        assertTrue(found.clean(), found::toString);
        assertEquals(new Accounting(3, 2, 1, 0, 0, 0, 0, 0), found.events());
    }

    @Test
    void what_was_refused_is_found_inside_its_envelope_and_counts_once() throws IOException {
        String unknown = "{\"eventId\":\"x\",  \"type\":\"Nonsense\"}";
        cloud.count(FIRST);
        cloud.refuse(unknown, "type: unknown", Events.NOON);
        cloud.refuse(unknown, "type: unknown", Events.NOON);

        Verification found = cloud.verify(folder);

        assertTrue(found.clean(), found::toString);
        assertEquals(new Accounting(3, 1, 1, 0, 1, 0, 0, 0), found.events());
    }

    @Test
    void a_dead_letter_that_another_event_took_the_place_of_is_not_missed() throws IOException {
        cloud.count(FIRST);
        cloud.send(SECOND);
        assertFalse(cloud.verify(folder).clean());
        cloud.count(Events.viewed("mended"));
        cloud.withdraw(SECOND);

        Verification found = cloud.verify(folder);

        assertTrue(found.clean(), found::toString);
        assertEquals(new Accounting(3, 2, 0, 0, 0, 0, 0, 1), found.events());
    }

    @Test
    void a_withdrawn_event_that_was_counted_all_the_same_is_a_difference() throws IOException {
        cloud.count(FIRST, SECOND);
        cloud.withdraw(SECOND);

        assertFalse(cloud.verify(folder).clean());
    }

    @Test
    void a_refusal_that_was_not_set_down_is_found() throws IOException {
        cloud.turnAway("not JSON at all");

        Verification found = cloud.verify(folder);

        assertEquals(1, found.otherDifferences());
        assertWhat(found, "refused, but not set down among the refused: not JSON at all");
        assertEquals(1, found.events().unaccounted());
    }

    @Test
    void an_event_from_the_future_is_refused_rightly_and_a_valid_one_is_not() throws IOException {
        String event = new EventWriter().write(FIRST);
        Instant twoDaysEarlier = Events.NOON.minus(Duration.ofDays(2));

        cloud.refuse(event, "occurredAt: ahead of the clock", twoDaysEarlier);
        assertTrue(cloud.verify(folder).clean());

        SmallCloud unjust = new SmallCloud();
        unjust.refuse(event, "a whim", Events.NOON);
        assertWhat(unjust.verify(folder), "refused by order-events, though valid");
    }

    @Test
    void two_facts_under_one_id_are_pointed_out_when_the_other_was_counted() throws IOException {
        cloud.count(FIRST);
        cloud.send(Events.placed("o1", 9_999));
        assertTrue(cloud.verify(folder).clean());

        SmallCloud other = new SmallCloud();
        other.send(FIRST);
        other.count(Events.placed("o1", 9_999));
        Verification found = other.verify(folder);

        assertFalse(found.clean());
        assertDetail(found, "event o1 was sent with two different contents");
    }

    @Test
    void the_same_id_on_two_ways_in_is_two_events() throws IOException {
        cloud.count(Events.placed("e1", 100), Events.viewed("e1"));

        assertEquals(
                new Accounting(2, 2, 0, 0, 0, 0, 0, 0), cloud.verify(folder).events());
    }

    @Test
    void only_the_first_differences_are_kept_and_all_are_counted() throws IOException {
        for (int number = 0; number < 25; number++) {
            cloud.tamper(new ShopperId("stranger-" + number), profile -> profile);
        }

        Verification found = cloud.verify(folder);

        assertEquals(25, found.profileDifferences());
        assertEquals(Differences.KEPT, found.first().size());
    }

    @Test
    void a_journal_that_is_none_is_an_error_that_names_the_line() throws IOException {
        Path file = Files.writeString(folder.resolve("j"), "{\"event\":\"a\",\"ticket\":1}\n{\"oops");

        var error = assertThrows(IllegalStateException.class, () -> new Verifier(new Journal(file), cloud).verify());

        assertTrue(String.valueOf(error.getMessage()).endsWith("line 2: is no journal entry"), error::toString);
    }

    @Test
    void an_empty_cloud_is_clean() throws IOException {
        Verification found = cloud.verify(folder);

        assertTrue(found.clean());
        assertEquals(new Sizes(0, 0, 0), found.profileBytes());
        assertEquals(List.of(), found.figures().samples());
    }

    @Test
    void a_forgotten_double_count_is_told_from_a_loss() {
        Profile twice = Profile.of(Events.SHOPPER, List.of(FIRST, SECOND, SECOND));

        assertEquals(
                List.of("1 events too many are counted, older than what the profile remembers by id"),
                MissingEvents.of(twice, List.of(FIRST, SECOND), Set.of()));
    }

    private static void assertWhat(Verification found, String expected) {
        assertTrue(
                found.first().stream().anyMatch(difference -> difference.what().contains(expected)), found::toString);
    }

    private static void assertDetail(Verification found, String expected) {
        assertTrue(
                found.first().stream()
                        .flatMap(difference -> difference.details().stream())
                        .anyMatch(detail -> detail.contains(expected)),
                found::toString);
    }
}
