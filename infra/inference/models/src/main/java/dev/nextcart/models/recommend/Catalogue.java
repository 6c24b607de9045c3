package dev.nextcart.models.recommend;

import dev.nextcart.inference.Interaction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items a model knows, by id and by number. */
public final class Catalogue {
    private final List<String> ids;
    private final Map<String, Integer> numbers;

    /**
     * @param ids an item's number is its place here
     */
    public Catalogue(List<String> ids) {
        this.ids = List.copyOf(ids);
        this.numbers = HashMap.newHashMap(ids.size());
        for (String id : ids) {
            numbers.put(id, numbers.size());
        }
    }

    public int size() {
        return ids.size();
    }

    public String id(int item) {
        return ids.get(item);
    }

    /** Empty for an item that the model does not know. */
    public Optional<Integer> number(String id) {
        return Optional.ofNullable(numbers.get(id));
    }

    /** What the model can read of a history: unknown items are passed over, each item stands once, where it came first. */
    public History history(List<Interaction> interactions) {
        Map<Integer, Integer> places = new HashMap<>();
        int[] items = new int[interactions.size()];
        int[] actions = new int[items.length];
        int[] gaps = new int[items.length];
        Optional<Instant> before = Optional.empty();
        int size = 0;
        for (Interaction interaction : interactions) {
            Integer item = numbers.get(interaction.itemId());
            if (item == null) {
                continue;
            }
            Integer place = places.putIfAbsent(item, size);
            if (place != null) {
                actions[place] = Math.max(actions[place], Actions.number(interaction.action()));
                continue;
            }
            items[size] = item;
            actions[size] = Actions.number(interaction.action());
            gaps[size++] = gap(before, interaction.occurredAt());
            before = interaction.occurredAt();
        }
        return new History(items, actions, gaps).part(0, size);
    }

    private static int gap(Optional<Instant> before, Optional<Instant> now) {
        return before.isEmpty() || now.isEmpty()
                ? Gaps.UNKNOWN
                : Gaps.bucket(Duration.between(before.get(), now.get()));
    }

    /** How many interactions are of items that the model does not know. */
    public int unknown(List<Interaction> interactions) {
        return (int) interactions.stream()
                .filter(each -> !numbers.containsKey(each.itemId()))
                .count();
    }
}
