package dev.nextcart.local.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.ClickEvent.ProductViewed;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.ShopEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntheticShopTest {
    private static final int EVENT_TYPES = 12;

    @Test
    void the_same_seed_gives_the_same_shop_and_another_does_not() {
        assertEquals(new SyntheticShop(5).open(), new SyntheticShop(5).open());
        assertNotEquals(
                new SyntheticShop(5).open().events(),
                new SyntheticShop(6).open().events());
    }

    @Test
    void it_has_every_type_of_event_and_about_six_thousand_of_them() {
        List<ShopEvent> events = new SyntheticShop(1).open().events();

        Map<String, Long> types = events.stream()
                .collect(Collectors.groupingBy(event -> event.getClass().getSimpleName(), Collectors.counting()));

        assertEquals(EVENT_TYPES, types.size(), types::toString);
        assertTrue(events.size() > 4_500 && events.size() < 8_000, events.size() + " " + types);
        assertTrue(types.values().stream().allMatch(count -> count > 5), types::toString);
    }

    @Test
    void its_shoppers_look_before_they_buy_and_its_ids_are_distinct() {
        List<ShopEvent> events = new SyntheticShop(2).open().events();

        long views = events.stream().filter(ProductViewed.class::isInstance).count();
        long orders = events.stream().filter(OrderPlaced.class::isInstance).count();
        long guests = events.stream()
                .filter(event -> event instanceof OrderPlaced && event.shopper().isEmpty())
                .count();

        assertTrue(orders > 200 && views > 4 * orders, views + " views, " + orders + " orders");
        assertTrue(guests > 0 && guests < orders / 4, guests + " guest orders");
        assertEquals(
                events.size(),
                events.stream().map(ShopEvent::eventId).distinct().count());
    }

    @Test
    void it_says_plainly_that_it_is_made_up() {
        String about = new SyntheticShop(9).open().about();

        assertTrue(about.contains("synthetic") && about.contains("seed 9") && about.contains("made-up"), about);
    }
}
