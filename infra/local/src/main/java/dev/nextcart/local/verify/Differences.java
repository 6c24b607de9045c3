package dev.nextcart.local.verify;

import dev.nextcart.local.verify.Difference.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts all differences and keeps the first {@value #KEPT} of each kind. */
final class Differences {
    /** What a person reads before mending something. */
    static final int KEPT = 10;

    private final Map<Kind, List<Difference>> first = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

    void add(Kind kind, String what, List<String> details) {
        add(kind, 1, what, details);
    }

    /** One finding that stands for several differences. */
    void add(Kind kind, long count, String what, List<String> details) {
        counts.merge(kind, count, Long::sum);
        List<Difference> kept = first.computeIfAbsent(kind, any -> new ArrayList<>());
        if (kept.size() < KEPT) {
            kept.add(new Difference(kind, what, details));
        }
    }

    long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    List<Difference> first() {
        return first.values().stream().flatMap(List::stream).toList();
    }
}
