package dev.nextcart.models.recommend;

import dev.nextcart.inference.Recommendations.Reason;
import dev.nextcart.inference.Recommendations.Reason.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Says which part of the blend speaks loudest for an item, and which items of the history stand behind it. */
final class Reasons {
    static final Reason POPULAR = new Reason(Kind.POPULAR, List.of());

    /** More items explain nothing. */
    private static final int MAX_ITEMS = 3;

    private final Catalogue catalogue;
    private final Tables tables;
    private final Blend blend;

    Reasons(Catalogue catalogue, Tables tables, Blend blend) {
        this.catalogue = catalogue;
        this.tables = tables;
        this.blend = blend;
    }

    /**
     * @param score the blended one
     */
    Reason of(int item, History history, Blend.Evidence evidence, float score) {
        double rules = blend.rules() * Blend.boost(evidence.rules(item));
        double neighbours = blend.neighbours() * Blend.boost(evidence.neighbours(item));
        float usual = Blend.popularity(tables.shares()[item]);
        // By how much the network puts the item above what anybody would want of it.
        double sequence = score - rules - neighbours - blend.popularity() * usual - usual;
        if (rules > 0 && rules >= neighbours && rules >= sequence) {
            return new Reason(Kind.AFTER, behind(tables.rules(), item, history));
        }
        if (neighbours > 0 && neighbours >= sequence) {
            return new Reason(Kind.OFTEN_WITH, behind(tables.neighbours(), item, history));
        }
        return sequence > 0 ? new Reason(Kind.SEQUENCE, newest(history)) : POPULAR;
    }

    /** A new item's vector was set beside the state of the whole history. */
    Reason similarText(History history) {
        return new Reason(Kind.SIMILAR_TEXT, newest(history));
    }

    private List<String> behind(Neighbours table, int item, History history) {
        record Voice(int item, float weight) {}
        return IntStream.range(Math.max(0, history.size() - Blend.NEWEST), history.size())
                .mapToObj(at -> new Voice(history.items()[at], table.weight(history.items()[at], item)))
                .filter(voice -> voice.weight() > 0)
                .sorted(Comparator.comparingDouble(Voice::weight).reversed())
                .limit(MAX_ITEMS)
                .map(voice -> catalogue.id(voice.item()))
                .toList();
    }

    /** Attention bends to the newest items; the last first. */
    private List<String> newest(History history) {
        return IntStream.range(0, Math.min(MAX_ITEMS, history.size()))
                .mapToObj(back -> catalogue.id(history.items()[history.size() - 1 - back]))
                .toList();
    }
}
