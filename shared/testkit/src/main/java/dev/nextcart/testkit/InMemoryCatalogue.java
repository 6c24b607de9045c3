package dev.nextcart.testkit;

import dev.nextcart.domain.catalogue.Catalogue;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Products in a map: as atomic as DynamoDB, busy only when told to. */
public final class InMemoryCatalogue implements Catalogue {
    private final Map<ProductId, ProductChanged> products = new ConcurrentHashMap<>();
    private final Throttle throttle = new Throttle();
    private final AtomicInteger puts = new AtomicInteger();

    @Override
    public boolean put(ProductChanged change) {
        puts.incrementAndGet();
        throttle.pass("keep product");
        AtomicBoolean kept = new AtomicBoolean();
        products.compute(change.product(), (product, before) -> {
            kept.set(before == null || ProductChanged.ORDER.compare(change, before) > 0);
            return kept.get() ? change : before;
        });
        return kept.get();
    }

    @Override
    public Optional<ProductChanged> find(ProductId product) {
        throttle.pass("read product");
        return Optional.ofNullable(products.get(product));
    }

    /** All products, in no order. */
    public List<ProductChanged> products() {
        return List.copyOf(products.values());
    }

    /** Calls of {@link #put}, throttled ones too. */
    public int puts() {
        return puts.get();
    }

    /** The next calls throw {@link dev.nextcart.domain.event.StoreBusyException}. */
    public void throttleNext(int calls) {
        throttle.next(calls);
    }
}
