package dev.nextcart.store;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.ledger.Rollup;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.domain.ledger.SalesLedger;
import dev.nextcart.domain.profile.ProfileFolding.Backoff;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/**
 * The ledger in one table: lines by key, and beside them each bucket's rollup, recomputed by whoever wrote a line of it.
 *
 * <p>Why the rollups are right in the end. Lines are put by key and never taken away, so a bucket's set of lines only
 * grows. A writer puts its lines, then reads the bucket (consistently, so it sees every line that was durable when it
 * began to read), then puts a rollup of what it read unless the stored one counts more lines. Take the last line ever
 * put in a bucket, n lines in all: its writer reads after it and sees all n; no rollup counts more, so its put goes
 * through; none that counts fewer replaces it, and another that counts n is the same. A writer that dies before its
 * rollup has not acknowledged its message, and the redelivery does it all again.
 *
 * <p>A read of several pages is no snapshot, so a rollup of more lines may for a moment lack one that a smaller one
 * had. Then it has a line that the smaller one's reader did not see, which was therefore put after that reader's own
 * lines; the writer of that line has yet to recompute, and will see them.
 */
public final class DynamoDbSalesLedger implements SalesLedger {
    private final SaleLines lines;
    private final Rollups rollups;
    private final Executor executor;

    /**
     * A ledger in the sales table.
     *
     * @param executor runs independent calls and bounds how many at once; {@code Runnable::run} makes them in turn
     * @param backoff how to wait when DynamoDB leaves part of a batch undone
     */
    public DynamoDbSalesLedger(
            DynamoDbEnhancedClient client, String table, StoreMeter meter, Executor executor, Backoff backoff) {
        this.lines = new SaleLines(client, table, meter, executor, backoff);
        this.rollups = new Rollups(client, table, meter);
        this.executor = executor;
    }

    @Override
    public List<Fate> record(List<? extends OrderEvent> events) {
        List<Entry> entries = events.stream().map(Entry::of).toList();
        Map<SaleKey, SaleLineRow> rows = new LinkedHashMap<>();
        entries.forEach(entry -> entry.rows().forEach(row -> rows.put(row.key(), row)));
        Map<SaleKey, String> undone = lines.put(List.copyOf(rows.values()));
        Set<DayBucket> due = new LinkedHashSet<>();
        entries.stream().filter(entry -> entry.reason(undone).isEmpty()).forEach(entry -> due.addAll(entry.buckets()));
        Map<DayBucket, String> stale = recompute(due);
        return entries.stream().map(entry -> entry.fate(undone, stale)).toList();
    }

    @Override
    public Optional<Rollup> rollup(DayBucket bucket) {
        return rollups.find(bucket);
    }

    /** Why, for each bucket whose rollup may not cover its lines. */
    private Map<DayBucket, String> recompute(Set<DayBucket> buckets) {
        Map<DayBucket, String> stale = new ConcurrentHashMap<>();
        Concurrently.forEach(buckets, executor, bucket -> {
            try {
                rollups.put(Rollup.of(bucket, lines.of(bucket)));
            } catch (StoreBusyException e) {
                stale.put(bucket, e.reason());
            }
        });
        return stale;
    }

    /** An event's lines and the buckets they touch. */
    private record Entry(List<SaleLineRow> rows, Set<DayBucket> buckets) {
        static Entry of(OrderEvent event) {
            List<SaleLine> lines = SaleLine.of(event);
            Set<DayBucket> buckets = new LinkedHashSet<>();
            lines.forEach(line -> buckets.add(line.bucket()));
            return new Entry(lines.stream().map(SaleLineRow::of).toList(), buckets);
        }

        Optional<String> reason(Map<SaleKey, String> undone) {
            return rows.stream()
                    .map(SaleLineRow::key)
                    .filter(undone::containsKey)
                    .findFirst()
                    .map(undone::get);
        }

        Fate fate(Map<SaleKey, String> undone, Map<DayBucket, String> stale) {
            return reason(undone)
                    .or(() -> buckets.stream()
                            .filter(stale::containsKey)
                            .findFirst()
                            .map(stale::get))
                    .<Fate>map(Fate.Busy::new)
                    .orElseGet(Fate.Counted::new);
        }
    }
}
