package dev.nextcart.store;

import java.util.ArrayList;
import java.util.List;

/** Lists cut to what one request takes. */
final class Chunks {
    private Chunks() {}

    static <T> List<List<T>> of(List<T> items, int size) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < items.size(); from += size) {
            chunks.add(items.subList(from, Math.min(from + size, items.size())));
        }
        return chunks;
    }
}
