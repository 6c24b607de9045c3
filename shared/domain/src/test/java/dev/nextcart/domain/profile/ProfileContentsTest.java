package dev.nextcart.domain.profile;

import static dev.nextcart.domain.profile.SomeEvents.ANN;
import static dev.nextcart.domain.profile.SomeEvents.START;
import static dev.nextcart.domain.profile.SomeEvents.placed;
import static dev.nextcart.domain.profile.SomeEvents.viewed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.Category;
import dev.nextcart.domain.event.ClickEvent.CartItemAdded;
import dev.nextcart.domain.event.ClickEvent.CartItemRemoved;
import dev.nextcart.domain.event.ClickEvent.ProductViewed;
import dev.nextcart.domain.event.ClickEvent.SearchPerformed;
import dev.nextcart.domain.event.OrderEvent.OrderCancelled;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ReviewEvent.ReviewPosted;
import dev.nextcart.domain.event.ReviewEvent.ReviewRemoved;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.profile.Searches.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileContentsTest {
    private static final ProductId MUG = new ProductId("mug");
    private static final OrderLine TWO_MUGS = new OrderLine("mug", 2, 450);
    private static final OrderLine A_CLOCK = new OrderLine("clock", 1, 1_995);

    @Test
    void orders_returns_and_cancellations_make_gross_and_net_spend() {
        Profile profile = fold(
                placed("e1", START, TWO_MUGS, A_CLOCK),
                new OrderReturned(origin("e2", 1), Optional.of(ANN), "o1", "GBP", List.of(A_CLOCK)),
                new OrderCancelled(origin("e3", 2), Optional.of(ANN), "o2", "EUR", List.of(TWO_MUGS)));

        Purchases purchases = profile.purchases();
        assertEquals(1, purchases.orders());
        assertEquals(3, purchases.units());
        assertEquals(1, purchases.returns());
        assertEquals(1, purchases.unitsReturned());
        assertEquals(1, purchases.cancellations());
        assertEquals(2, purchases.unitsCancelled());
        assertEquals(Map.of("GBP", 2_895L), purchases.gross().cents());
        assertEquals(Map.of("GBP", 900L, "EUR", -900L), purchases.net().cents());
    }

    @Test
    void weeks_slide_with_the_newest_event() {
        Instant halfAYearOn = START.plus(Duration.ofDays(7 * Weeks.LENGTH));

        Profile before = fold(placed("e1", START, TWO_MUGS), viewed("e2", START.plusSeconds(60)));
        Profile after = before.with(viewed("e3", halfAYearOn));

        Weeks.Week first = before.weeks().byWeek().get(Weeks.weekOf(START));
        assertEquals(new Weeks.Week(1, Amounts.NONE.plus("GBP", 900), 1), first);
        assertEquals(
                List.of(Weeks.weekOf(halfAYearOn)),
                List.copyOf(after.weeks().byWeek().keySet()));
    }

    @Test
    void a_week_starts_on_monday() {
        int sunday = Weeks.weekOf(Instant.parse("2026-03-01T23:59:59.999Z"));
        int monday = Weeks.weekOf(Instant.parse("2026-03-02T00:00:00Z"));

        assertEquals(0, Weeks.weekOf(Instant.EPOCH));
        assertEquals(sunday + 1, monday);
    }

    @Test
    void the_newest_fifty_touches_are_kept_newest_first() {
        List<ShopEvent> views = IntStream.range(0, 80)
                .mapToObj(i -> (ShopEvent) viewed("e" + i, START.plusSeconds(i)))
                .toList();

        List<Touch> recent = Profile.of(ANN, views).recent();

        assertEquals(Touch.KEPT, recent.size());
        assertEquals(START.plusSeconds(79), recent.getFirst().at());
        assertEquals(START.plusSeconds(30), recent.getLast().at());
    }

    @Test
    void the_last_word_on_a_product_decides_whether_it_is_in_the_cart() {
        ShopEvent added = new CartItemAdded(origin("e1", 10), ANN, MUG, 2, Optional.empty());
        ShopEvent removed = new CartItemRemoved(origin("e2", 20), ANN, MUG);
        ShopEvent addedAgain = new CartItemAdded(origin("e3", 30), ANN, MUG, 5, Optional.empty());

        assertEquals(List.of(), fold(removed, added).cart().contents());
        assertEquals(
                5, fold(addedAgain, removed, added).cart().contents().getFirst().quantity());
    }

    @Test
    void an_order_empties_the_cart_of_what_was_put_there_before() {
        Profile profile = fold(
                new CartItemAdded(origin("e1", 10), ANN, MUG, 2, Optional.empty()),
                new CartItemAdded(origin("e3", 30), ANN, new ProductId("clock"), 1, Optional.empty()),
                placed("e2", START.plusSeconds(20), TWO_MUGS));

        assertEquals(
                List.of(new ProductId("clock")),
                profile.cart().contents().stream().map(Cart.Entry::product).toList());
    }

    @Test
    void reviews_add_up_and_a_removal_takes_its_rating_back() {
        Profile profile = fold(
                new ReviewPosted(origin("e1", 1), ANN, "r1", MUG, 5, "lovely", Optional.empty()),
                new ReviewPosted(origin("e2", 2), ANN, "r2", MUG, 2, "", Optional.of("en")),
                new ReviewRemoved(origin("e3", 3), ANN, "r2", MUG, 2));

        assertEquals(1, profile.reviews().count());
        assertEquals(5, profile.reviews().stars());
    }

    @Test
    void categories_gather_points_by_what_was_done() {
        Category mugs = new Category("mugs");
        Profile profile = fold(
                new ProductViewed(origin("e1", 1), ANN, MUG, Optional.of(mugs)),
                new CartItemAdded(origin("e2", 2), ANN, MUG, 1, Optional.of(mugs)),
                placed("e3", START.plusSeconds(3), new OrderLine(MUG, 7, 450, Optional.of(mugs))));

        assertEquals(1 + 3 + 5, profile.affinity().pointsOf(mugs));
    }

    @Test
    void long_queries_are_cut_between_characters() {
        Profile profile = fold(new SearchPerformed(origin("e1", 1), ANN, "☕🫖".repeat(60)));

        Search search = profile.searches().newest().getFirst();
        assertEquals("☕🫖".repeat(Searches.MAX_QUERY_CHARS / 2), search.query());
        assertTrue(profile.recent().isEmpty());
    }

    @Test
    void first_and_last_seen_are_the_outermost_events() {
        Profile profile =
                fold(viewed("e1", START.plusSeconds(50)), viewed("e2", START), viewed("e3", START.plusSeconds(9)));

        assertEquals(START, profile.firstSeen());
        assertEquals(START.plusSeconds(50), profile.lastSeen());
        assertEquals(3, profile.counted());
    }

    private static Origin origin(String eventId, int second) {
        return new Origin(eventId, START.plusSeconds(second));
    }

    private static Profile fold(ShopEvent... events) {
        return Profile.of(ANN, List.of(events));
    }
}
