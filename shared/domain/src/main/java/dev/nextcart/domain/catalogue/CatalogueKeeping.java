package dev.nextcart.domain.catalogue;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.StoreBusyException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Keeps a batch of changes: one conditional write for each product in it, of its newest change. */
public final class CatalogueKeeping {
    private final Catalogue catalogue;
    private final Executor writers;

    /** @param writers runs one write per product; {@code Runnable::run} runs them in turn */
    public CatalogueKeeping(Catalogue catalogue, Executor writers) {
        this.catalogue = catalogue;
        this.writers = writers;
    }

    /**
     * Keeps the newest change of each product.
     *
     * @param changes in any order
     * @return the fate of each, in the same order: {@link Fate.Counted} for a change that is now what is kept of its
     *     product, {@link Fate.Superseded} for one that was overtaken, in this batch or before; a product out of reach
     *     makes only that product's changes busy
     */
    public List<Fate> keep(List<ProductChanged> changes) {
        Map<ProductId, List<Item>> byProduct = new LinkedHashMap<>();
        for (int place = 0; place < changes.size(); place++) {
            Item item = new Item(place, changes.get(place));
            byProduct
                    .computeIfAbsent(item.change.product(), product -> new ArrayList<>())
                    .add(item);
        }
        Fate[] fates = new Fate[changes.size()];
        Arrays.fill(fates, new Fate.Superseded());
        CompletableFuture<?>[] writes = byProduct.values().stream()
                .map(items -> CompletableFuture.runAsync(() -> settle(items, fates), writers))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(writes).join();
        return List.of(fates);
    }

    /** A change and its place in the batch. */
    private record Item(int place, ProductChanged change) {}

    private void settle(List<Item> items, Fate[] fates) {
        Item newest = Collections.max(items, Comparator.comparing(Item::change, ProductChanged.ORDER));
        try {
            fates[newest.place] = catalogue.put(newest.change) ? new Fate.Counted() : new Fate.Superseded();
        } catch (StoreBusyException e) {
            // The older ones too: were they settled and the newest given up in the end, all would be lost.
            items.forEach(item -> fates[item.place] = new Fate.Busy(e.reason()));
        }
    }
}
