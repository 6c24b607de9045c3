package dev.nextcart.local.verify;

import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.ledger.Rollup;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.domain.ledger.Sales;
import dev.nextcart.local.verify.Difference.Kind;
import dev.nextcart.store.RollupCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares stored rollups with the sums of the lines that were sent, byte for byte. */
final class RollupCheck {
    private final Map<DayBucket, Map<LineKey, SaleLine>> expected = new HashMap<>();
    private final Differences differences;
    private long buckets;
    private long entries;

    /** What tells one line of a bucket from another; the ledger writes a line again under the same key. */
    private record LineKey(ProductId product, String eventId, int line) {}

    RollupCheck(List<OrderEvent> sent, Differences differences) {
        this.differences = differences;
        sent.forEach(event -> SaleLine.of(event).forEach(this::expect));
    }

    private void expect(SaleLine line) {
        expected.computeIfAbsent(line.bucket(), any -> new LinkedHashMap<>())
                .putIfAbsent(new LineKey(line.product(), line.eventId(), line.line()), line);
    }

    /** Buckets something was sent for. */
    Set<DayBucket> expected() {
        return Set.copyOf(expected.keySet());
    }

    void add(Rollup stored) {
        Rollup sum = expectedOf(stored.bucket());
        buckets++;
        entries += compare(sum, stored, Arrays.equals(RollupCodec.encode(stored), RollupCodec.encode(sum)));
    }

    private Rollup expectedOf(DayBucket bucket) {
        Map<LineKey, SaleLine> lines = expected.remove(bucket);
        return Rollup.of(bucket, lines == null ? List.of() : lines.values());
    }

    private long compare(Rollup sum, Rollup stored, boolean sameBytes) {
        TreeSet<ProductId> products = new TreeSet<>(sum.byProduct().keySet());
        products.addAll(stored.byProduct().keySet());
        List<String> details = new ArrayList<>();
        for (ProductId product : products) {
            Sales left = sum.byProduct().get(product);
            Sales right = stored.byProduct().get(product);
            if (!Objects.equals(left, right)) {
                details.add("product " + product + ": expected " + left + ", stored " + right);
            }
        }
        if (!sameBytes) {
            String what = sum.byProduct().isEmpty()
                    ? "is stored, though nothing of it was sold"
                    : "is not the sum of the " + sum.lines() + " lines sent; stored are " + stored.lines();
            differ(sum.bucket(), Math.max(1, details.size()), what, details);
        }
        return products.size();
    }

    /** Call when all stored rollups were added. */
    void finish() {
        List.copyOf(expected.keySet()).stream().sorted().forEach(bucket -> {
            Rollup sum = expectedOf(bucket);
            buckets++;
            entries += sum.byProduct().size();
            differ(
                    bucket,
                    sum.byProduct().size(),
                    "is not stored, though " + sum.lines() + " lines were sent",
                    List.of());
        });
    }

    private void differ(DayBucket bucket, long count, String what, List<String> details) {
        differences.add(
                Kind.ROLLUP, count, "rollup of " + bucket.day() + ", part " + bucket.bucket() + ", " + what, details);
    }

    /** (day, product) sums compared. */
    long entries() {
        return entries;
    }

    /** Items they lie in. */
    long buckets() {
        return buckets;
    }
}
