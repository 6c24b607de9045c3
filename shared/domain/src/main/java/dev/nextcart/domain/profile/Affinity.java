package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.Category;
import dev.nextcart.domain.event.ClickEvent.CartItemAdded;
import dev.nextcart.domain.event.ClickEvent.ProductViewed;
import dev.nextcart.domain.event.Fingerprint;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ShopEvent;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much the shopper cares for each kind of product: points in {@value #BUCKETS} fixed buckets by hash of the
 * category name. Sums in fixed buckets, so order cannot show; a running top-k of categories would depend on it. A view
 * gives 1 point, a cart click 3, an order line 5. Facts without a category give none.
 *
 * @param points by bucket, only buckets ever touched
 */
public record Affinity(SortedMap<Integer, Long> points) {
    public static final int BUCKETS = 32;
    static final Affinity NONE = new Affinity(Collections.emptySortedMap());
    private static final int VIEW_POINTS = 1;
    private static final int CART_POINTS = 3;
    private static final int ORDER_POINTS = 5;

    public Affinity {
        points = Collections.unmodifiableSortedMap(points);
    }

    public static int bucketOf(Category category) {
        return (int) Long.remainderUnsigned(Fingerprint.of(category.value()), BUCKETS);
    }

    /** Points of the bucket this category shares with about one in {@value #BUCKETS} of the others. */
    public long pointsOf(Category category) {
        return points.getOrDefault(bucketOf(category), 0L);
    }

    Affinity with(ShopEvent event) {
        return switch (event) {
            case ProductViewed viewed -> plus(viewed.category(), VIEW_POINTS);
            case CartItemAdded added -> plus(added.category(), CART_POINTS);
            case OrderPlaced placed -> {
                Affinity sum = this;
                for (OrderLine line : placed.lines()) {
                    sum = sum.plus(line.category(), ORDER_POINTS);
                }
                yield sum;
            }
            default -> this;
        };
    }

    private Affinity plus(Optional<Category> category, int more) {
        if (category.isEmpty()) {
            return this;
        }
        SortedMap<Integer, Long> sums = new TreeMap<>(points);
        sums.merge(bucketOf(category.get()), (long) more, Long::sum);
        return new Affinity(sums);
    }
}
