package dev.nextcart.models.recommend;

import dev.nextcart.inference.NewItem;
import java.util.List;
import java.util.function.Function;

/** Places items that nobody has bought yet by what is written about them. */
record NewItems(TextMap map, Function<String, float[]> embedder) {
    /** Each new item's vector in the network's space. */
    List<float[]> vectors(List<NewItem> items) {
        return items.stream().map(item -> map.item(embedder.apply(item.text()))).toList();
    }
}
