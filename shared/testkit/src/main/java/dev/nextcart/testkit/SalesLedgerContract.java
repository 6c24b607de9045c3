package dev.nextcart.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.ledger.Rollup;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.domain.ledger.SalesLedger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link SalesLedger} promises. Each test starts with an empty one. */
public abstract class SalesLedgerContract {
    private static final DayBucket MUGS = DayBucket.of(LocalDate.parse("2010-12-01"), Events.MUG);

    protected abstract SalesLedger ledger();

    /** Makes the ledger's next calls meet a throttled database. */
    protected abstract void throttleNext(int calls);

    @Test
    void a_bucket_without_lines_has_no_rollup() {
        assertEquals(Optional.empty(), ledger().rollup(MUGS));
    }

    @Test
    void orders_returns_and_cancellations_are_summed_apart_and_guests_count() {
        List<OrderEvent> events = List.of(
                Events.placed("e1", 2_500),
                Events.placedByGuest("e2", 400),
                Events.returned("e3", 2_500),
                Events.cancelled("e4", 400));

        List<Fate> fates = ledger().record(events);

        assertEquals(Collections.nCopies(4, new Fate.Counted()), fates);
        assertEverythingIsSummed(events);
    }

    @Test
    void an_event_recorded_again_changes_nothing() {
        List<OrderEvent> events = random(1, 30);

        ledger().record(events);
        List<OrderEvent> twiceInOneBatch =
                Stream.concat(events.stream(), events.reversed().stream()).toList();
        List<Fate> again = ledger().record(twiceInOneBatch);

        assertEquals(Collections.nCopies(60, new Fate.Counted()), again);
        assertEverythingIsSummed(events);
    }

    @Test
    void nothing_recorded_is_nothing_told() {
        assertEquals(List.of(), ledger().record(List.of()));
    }

    @Test
    void an_order_of_five_thousand_lines_is_summed_whole() {
        List<OrderLine> lines = IntStream.range(0, OrderEvent.MAX_LINES)
                .mapToObj(line -> new OrderLine("P%05d".formatted(line % 4_000), 1, line))
                .toList();
        OrderEvent order = ShopperEvents.of(Events.SHOPPER).placed("e1", Events.NOON, lines);

        assertEquals(List.of(new Fate.Counted()), ledger().record(List.of(order)));

        assertEverythingIsSummed(List.of(order));
    }

    @Test
    void product_ids_of_the_longest_kind_are_summed() {
        ProductId longest = LargestProfile.product("sold", 1);
        OrderEvent order = ShopperEvents.of(Events.SHOPPER)
                .placed(longest.value(), Events.NOON, List.of(new OrderLine(longest.value(), 1, 100)));

        ledger().record(List.of(order));

        assertEverythingIsSummed(List.of(order));
    }

    @Test
    void writers_at_once_on_one_bucket_leave_the_sum_of_all() {
        List<OrderEvent> left = mugs("left");
        List<OrderEvent> right = mugs("right");
        List<OrderEvent> both = Stream.concat(left.stream(), right.stream()).toList();

        AtOnce.run(() -> recordOneByOne(left), () -> recordOneByOne(right), () -> recordOneByOne(both.reversed()));

        assertEverythingIsSummed(both);
    }

    @Test
    void a_throttled_event_is_busy_and_counts_when_it_comes_back() {
        List<OrderEvent> events = List.of(Events.placed("e1", 2_500));

        throttleNext(1);
        Fate throttled = ledger().record(events).getFirst();
        List<Fate> again = ledger().record(events);

        assertInstanceOf(Fate.Busy.class, throttled);
        assertEquals(List.of(new Fate.Counted()), again);
        assertEverythingIsSummed(events);
    }

    @Test
    void a_throttled_read_is_busy() {
        throttleNext(1);

        assertThrows(StoreBusyException.class, () -> ledger().rollup(MUGS));
    }

    private void recordOneByOne(List<OrderEvent> events) {
        for (OrderEvent event : events) {
            assertEquals(List.of(new Fate.Counted()), ledger().record(List.of(event)));
        }
    }

    private void assertEverythingIsSummed(Collection<? extends OrderEvent> distinct) {
        Map<DayBucket, List<SaleLine>> lines = distinct.stream()
                .flatMap(event -> SaleLine.of(event).stream())
                .collect(Collectors.groupingBy(SaleLine::bucket));
        lines.forEach((bucket, sold) -> assertEquals(Optional.of(Rollup.of(bucket, sold)), ledger().rollup(bucket)));
    }

    private static List<OrderEvent> mugs(String writer) {
        return IntStream.range(0, 20)
                .<OrderEvent>mapToObj(number -> Events.placed(writer + number, number))
                .toList();
    }

    private static List<OrderEvent> random(long seed, int count) {
        RandomEvents events = new RandomEvents(seed, Events.NOON, Duration.ofDays(3));
        ShopperEvents mine = ShopperEvents.of(Events.SHOPPER);
        return Stream.generate(() -> events.order(mine)).limit(count).toList();
    }
}
