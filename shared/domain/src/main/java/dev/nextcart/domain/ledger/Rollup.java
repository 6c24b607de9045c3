package dev.nextcart.domain.ledger;

import dev.nextcart.domain.event.ProductId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A bucket's sales by product: a pure function of the set of its lines, recomputed whole each time.
 *
 * @param lines lines summed; a rollup of more lines has seen all that one of fewer lines has, or will be redone
 */
public record Rollup(DayBucket bucket, long lines, SortedMap<ProductId, Sales> byProduct) {
    public Rollup {
        byProduct = Collections.unmodifiableSortedMap(byProduct);
    }

    /** @param lines all lines of the bucket, each once, in any order */
    public static Rollup of(DayBucket bucket, Iterable<SaleLine> lines) {
        SortedMap<ProductId, Sales> sums = new TreeMap<>();
        long count = 0;
        for (SaleLine line : lines) {
            sums.merge(line.product(), Sales.NONE.plus(line), (before, first) -> before.plus(line));
            count++;
        }
        return new Rollup(bucket, count, sums);
    }
}
