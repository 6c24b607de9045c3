package dev.nextcart.local.verify;

import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.store.StoreScan;
import dev.nextcart.store.StoredLateEvent;
import dev.nextcart.store.StoredProfile;
import dev.nextcart.store.StoredRefusal;
import dev.nextcart.store.StoredSale;
import dev.nextcart.store.StoredTombstone;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** What lies in DynamoDB Local. */
public final class DynamoDbState implements StoredState {
    /** Queries at once: DynamoDB Local answers from two cores. */
    private static final int QUERIES = 4;

    private final StoreScan tables;

    public DynamoDbState(StoreScan tables) {
        this.tables = tables;
    }

    @Override
    public Stream<StoredProfile> profiles() {
        return tables.profiles();
    }

    @Override
    public Stream<StoredTombstone> tombstones() {
        return tables.tombstones();
    }

    @Override
    public Stream<StoredLateEvent> lateEvents() {
        return tables.lateEvents();
    }

    @Override
    public Stream<StoredRefusal> refusals() {
        return tables.refusals();
    }

    /**
     * Asks for the expected buckets. If the table holds more items than they do, it is scanned for the rest, which
     * takes minutes on a large one: DynamoDB Local sorts it again for each page.
     */
    @Override
    public Stream<StoredSale> sales(Set<DayBucket> expected) {
        AtomicLong seen = new AtomicLong();
        Stream<StoredSale> known = expected.stream()
                .sorted()
                .gather(Gatherers.mapConcurrent(
                        QUERIES, bucket -> tables.sales(bucket).toList()))
                .flatMap(items -> items.stream().peek(item -> seen.incrementAndGet()));
        Stream<StoredSale> others = Stream.of(tables)
                .filter(scan -> scan.saleItems() != seen.get())
                .flatMap(StoreScan::sales)
                .filter(item -> !expected.contains(bucket(item)));
        return Stream.concat(known, others);
    }

    private static DayBucket bucket(StoredSale item) {
        return switch (item) {
            case StoredSale.Line line -> line.line().bucket();
            case StoredSale.Sum sum -> sum.rollup().bucket();
        };
    }
}
