package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.ledger.Rollup;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.domain.ledger.SalesLedger;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.SalesLedgerContract;
import dev.nextcart.testkit.ShopperEvents;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

final class DynamoDbSalesLedgerTest extends SalesLedgerContract {
    private static final ExecutorService THREADS =
            Executors.newFixedThreadPool(8, Thread.ofVirtual().factory());

    private final LocalStore local = new LocalStore();

    @Test
    void a_batch_that_fails_in_part_makes_only_its_own_events_busy() {
        List<OrderEvent> events = List.of(order("e1", 25), order("e2", 25));

        local.throttle.throttleNext(1);
        List<Fate> fates = local.ledger(Runnable::run).record(events);

        assertInstanceOf(Fate.Busy.class, fates.getFirst());
        assertEquals(new Fate.Counted(), fates.getLast());
    }

    @ParameterizedTest
    @ValueSource(classes = {QueryRequest.class, PutItemRequest.class})
    void a_rollup_that_fails_makes_its_events_busy_until_it_is_redone(Class<? extends SdkRequest> failing) {
        List<OrderEvent> events = List.of(Events.placed("e1", 2_500));
        Rollup sum = Rollup.of(SaleLine.of(events.getFirst()).getFirst().bucket(), SaleLine.of(events.getFirst()));

        local.throttle.throttleNext(failing, 1);
        Fate throttled = ledger().record(events).getFirst();
        Optional<Rollup> before = ledger().rollup(sum.bucket());
        List<Fate> again = ledger().record(events);

        assertInstanceOf(Fate.Busy.class, throttled);
        assertEquals(Optional.empty(), before);
        assertEquals(List.of(new Fate.Counted()), again);
        assertEquals(Optional.of(sum), ledger().rollup(sum.bucket()));
    }

    @Test
    void a_rollup_of_fewer_lines_never_replaces_one_of_more() {
        List<OrderEvent> events = List.of(Events.placed("e1", 2_500), Events.placed("e2", 2_500));
        List<SaleLine> lines =
                events.stream().flatMap(event -> SaleLine.of(event).stream()).toList();
        Rollup all = Rollup.of(lines.getFirst().bucket(), lines);
        Rollups rollups = new Rollups(local.client, local.tables.sales(), local.meter);

        rollups.put(all);
        rollups.put(Rollup.of(all.bucket(), lines.subList(0, 1)));

        assertEquals(all, rollups.find(all.bucket()).orElseThrow());
        assertEquals(1, local.meter.snapshot().racesLost());
    }

    @Test
    void a_scan_and_a_query_of_the_bucket_tell_every_line_and_every_sum() {
        OrderEvent guest = Events.placedByGuest("e1", 2_500);
        ledger().record(List.of(guest, Events.placed("e2", 400)));

        Set<StoredSale> sales = local.scan().sales().collect(Collectors.toSet());

        List<SaleLine> lines = List.of(
                SaleLine.of(guest).getFirst(),
                SaleLine.of(Events.placed("e2", 400)).getFirst());
        Rollup sum = Rollup.of(lines.getFirst().bucket(), lines);
        assertEquals(
                Set.of(
                        new StoredSale.Line(lines.getFirst()),
                        new StoredSale.Line(lines.getLast()),
                        new StoredSale.Sum(sum)),
                sales);
        assertEquals(sales, local.scan().sales(sum.bucket()).collect(Collectors.toSet()));
        assertEquals(sales.size(), local.scan().saleItems());
    }

    @Override
    protected SalesLedger ledger() {
        return local.ledger(THREADS);
    }

    private static OrderEvent order(String eventId, int lines) {
        return ShopperEvents.of(Events.SHOPPER)
                .placed(
                        eventId,
                        Events.NOON,
                        IntStream.range(0, lines)
                                .mapToObj(line -> new OrderLine("P%05d".formatted(line), 1, 100))
                                .toList());
    }

    @Override
    protected void throttleNext(int calls) {
        local.throttle.throttleNext(calls);
    }
}
