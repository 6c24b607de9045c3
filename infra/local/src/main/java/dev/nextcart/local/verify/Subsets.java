package dev.nextcart.local.verify;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ways to leave events out. */
final class Subsets {
    /** 2^10 folds of one shopper take a second at most; beyond, only none and all are tried. */
    static final int MAX_ELEMENTS = 10;

    private Subsets() {}

    /** All subsets, the empty one first; of a large set only the empty one and the set itself. */
    static List<Set<String>> smallestFirst(Set<String> elements) {
        if (elements.isEmpty()) {
            return List.of(Set.of());
        }
        if (elements.size() > MAX_ELEMENTS) {
            return List.of(Set.of(), elements);
        }
        List<String> order = elements.stream().sorted().toList();
        return IntStream.range(0, 1 << order.size())
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount))
                .map(bits -> pick(order, bits))
                .toList();
    }

    private static Set<String> pick(List<String> order, int bits) {
        return IntStream.range(0, order.size())
                .filter(place -> (bits & (1 << place)) != 0)
                .mapToObj(order::get)
                .collect(Collectors.toSet());
    }
}
