package dev.nextcart.training.recommend;

import dev.nextcart.models.recommend.History;
import java.util.List;
import java.util.Map;

/**
 * Shoppers' histories over a catalogue.
 *
 * @param catalogue item ids; an item's number is its place here
 * @param histories one per shopper, in the file's order
 * @param texts what is written about an item, by id, where the data has it
 */
record SequenceData(List<String> catalogue, List<History> histories, Map<String, String> texts) {
    SequenceData {
        catalogue = List.copyOf(catalogue);
        histories = List.copyOf(histories);
        texts = Map.copyOf(texts);
    }

    long interactions() {
        return histories.stream().mapToLong(History::size).sum();
    }
}
