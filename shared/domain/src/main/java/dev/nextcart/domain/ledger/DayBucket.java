package dev.nextcart.domain.ledger;

import dev.nextcart.domain.event.Fingerprint;
import dev.nextcart.domain.event.ProductId;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A sixteenth of a day's products: the unit in which rollups are recomputed. One query reads its lines and one write
 * stores its rollup, so that an order of 700 products costs at most {@value #BUCKETS} of each, not 700. A day in
 * {@value #BUCKETS} parts takes 16,000 line writes a second (1,000 per DynamoDB partition key, Service Quotas read
 * 2026-11) and some 160,000 distinct products before a rollup outgrows an item.
 *
 * @param bucket 0..15, from the product's {@link Fingerprint}
 */
public record DayBucket(LocalDate day, int bucket) implements Comparable<DayBucket> {
    public static final int BUCKETS = 16;
    private static final Comparator<DayBucket> ORDER =
            Comparator.comparing(DayBucket::day).thenComparingInt(DayBucket::bucket);

    public static DayBucket of(LocalDate day, ProductId product) {
        return new DayBucket(day, (int) Long.remainderUnsigned(Fingerprint.of(product.value()), BUCKETS));
    }

    @Override
    public int compareTo(DayBucket other) {
        return ORDER.compare(this, other);
    }
}
