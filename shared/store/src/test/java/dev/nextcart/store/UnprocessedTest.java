package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.ShopperEvents;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnprocessedTest {
    private final LocalStore local = new LocalStore(new HalfProcessed());

    @Test
    void keys_left_unread_are_asked_for_again() {
        Set<ShopperId> shoppers = IntStream.range(0, 100)
                .mapToObj(number -> new ShopperId("shopper-" + number))
                .collect(Collectors.toSet());
        shoppers.forEach(shopper -> assertTrue(local.profiles()
                .save(
                        Profile.of(shopper, List.of(ShopperEvents.of(shopper).viewed("e1", Events.NOON, Events.MUG))),
                        ProfileStore.ABSENT)));
        long before = local.meter.snapshot().requests();

        assertEquals(shoppers, local.profiles().load(shoppers).keySet());

        assertEquals(7, local.meter.snapshot().requests() - before);
    }

    @Test
    void lines_left_unwritten_are_put_again() {
        List<OrderLine> lines = IntStream.range(0, 60)
                .mapToObj(line -> new OrderLine("P%05d".formatted(line), 1, 100))
                .toList();
        OrderEvent order = ShopperEvents.of(Events.SHOPPER).placed("e1", Events.NOON, lines);

        assertEquals(List.of(new Fate.Counted()), local.ledger(Runnable::run).record(List.of(order)));

        assertEquals(
                60,
                local.scan().sales().filter(StoredSale.Line.class::isInstance).count());
    }

    @Test
    void asking_again_ends() {
        AtomicInteger attempts = new AtomicInteger();

        List<String> left = new Unprocessed(tries -> {}).retry(List.of("key"), keys -> {
            attempts.incrementAndGet();
            return keys;
        });

        assertEquals(List.of("key"), left);
        assertEquals(Unprocessed.MAX_ATTEMPTS, attempts.get());
    }
}
