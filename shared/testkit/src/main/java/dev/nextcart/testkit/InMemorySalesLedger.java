package dev.nextcart.testkit;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.ledger.Rollup;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.domain.ledger.SalesLedger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lines in a map by key; rollups are summed when asked for, so they are never behind. */
public final class InMemorySalesLedger implements SalesLedger {
    private final Map<Key, SaleLine> lines = new ConcurrentHashMap<>();
    private final Throttle throttle = new Throttle();

    private record Key(LocalDate day, ProductId product, String eventId, int line) {
        static Key of(SaleLine line) {
            return new Key(line.day(), line.product(), line.eventId(), line.line());
        }
    }

    @Override
    public List<Fate> record(List<? extends OrderEvent> events) {
        return events.stream().map(this::record).toList();
    }

    @Override
    public Optional<Rollup> rollup(DayBucket bucket) {
        throttle.pass("read rollup");
        List<SaleLine> sold = lines.values().stream()
                .filter(line -> line.bucket().equals(bucket))
                .toList();
        return sold.isEmpty() ? Optional.empty() : Optional.of(Rollup.of(bucket, sold));
    }

    /** All lines, in no order. */
    public List<SaleLine> lines() {
        return List.copyOf(lines.values());
    }

    /** The next events are {@link Fate.Busy}; the next reads throw. */
    public void throttleNext(int calls) {
        throttle.next(calls);
    }

    private Fate record(OrderEvent event) {
        if (throttle.turnsAway()) {
            return new Fate.Busy("record sales: throttled, as the test asked");
        }
        SaleLine.of(event).forEach(line -> lines.put(Key.of(line), line));
        return new Fate.Counted();
    }
}
