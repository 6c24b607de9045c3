package dev.nextcart.models.recommend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.models.ModelException;

/**
 * How the network and the tables are joined into one score: the network's log-probability, and for each table {@code weight *
 * log(1 + share / }{@value #SMALL}{@code )}, where the share is the item's part of all that the table says for this history.
 * A product of experts: what only one of them knows still counts, and what two agree on comes first.
 *
 * @param rules weight of sequential rules, at least 0
 * @param rulesDecay what an item counts against the one after it, 0..1; 0 for the last item alone
 * @param neighbours weight of item neighbours
 * @param neighboursDecay as of the rules
 * @param popularity weight of the log of an item's share of all interactions
 */
public record Blend(double rules, double rulesDecay, double neighbours, double neighboursDecay, double popularity) {
    /** A share that begins to count. Of 1/100 and 1/1,000 the better on 2,500 of Beauty's validation cases (2026-11). */
    public static final double SMALL = 1e-3;

    /** Bounds the work; with a decay of a half the 20th item counts a millionth. */
    public static final int NEWEST = 20;

    private static final double MAX_WEIGHT = 100;

    public Blend {
        check("rules", rules, MAX_WEIGHT);
        check("rulesDecay", rulesDecay, 1);
        check("neighbours", neighbours, MAX_WEIGHT);
        check("neighboursDecay", neighboursDecay, 1);
        check("popularity", popularity, MAX_WEIGHT);
    }

    private static void check(String name, double value, double max) {
        if (!(value >= 0 && value <= max)) {
            throw new ModelException("blend." + name + ": " + value + " is not in 0.." + max);
        }
    }

    /** Each item's share of what the table says for the history, into an empty tally. */
    static void shares(Neighbours table, History history, double decay, Tally into) {
        double weight = 1;
        int[] items = history.items();
        double total = 0;
        for (int at = items.length - 1; at >= Math.max(0, items.length - NEWEST) && weight > SMALL; at--) {
            for (int entry = table.start(items[at]); entry < table.end(items[at]); entry++) {
                float part = (float) (weight * table.weights()[entry]);
                into.add(table.items()[entry], part);
                total += part;
            }
            weight *= decay;
        }
        into.scale((float) (1 / Math.max(total, Float.MIN_NORMAL)));
    }

    /** What a share adds to a score, before its weight. */
    public static float boost(float share) {
        return (float) Math.log1p(share / SMALL);
    }

    /** What popularity adds to a score, before its weight; an item never seen counts as a share of one in a hundred million. */
    public static float popularity(float share) {
        return (float) Math.log(share + 1e-8);
    }

    /** What the tables say for one history: two shares per item. As large as the catalogue, so used again and again. */
    public static final class Evidence {
        private final Tally rules;
        private final Tally neighbours;

        public Evidence(int catalogue) {
            rules = new Tally(catalogue);
            neighbours = new Tally(catalogue);
        }

        /** Replaces what was there. */
        public void gather(Tables tables, History history, Blend blend) {
            rules.clear();
            neighbours.clear();
            shares(tables.rules(), history, blend.rulesDecay(), rules);
            shares(tables.neighbours(), history, blend.neighboursDecay(), neighbours);
        }

        /** Adds the boosts to a row of scores that begins at the offset. */
        public void addTo(float[] scores, int offset, Blend blend) {
            add(scores, offset, rules, (float) blend.rules());
            add(scores, offset, neighbours, (float) blend.neighbours());
        }

        private static void add(float[] scores, int offset, Tally tally, float weight) {
            for (int index = 0; weight > 0 && index < tally.size(); index++) {
                int item = tally.touched()[index];
                scores[offset + item] += weight * boost(tally.weights()[item]);
            }
        }

        /** The item's share of what the rules say, 0..1. */
        public float rules(int item) {
            return rules.weights()[item];
        }

        /** The item's share of what the neighbours say, 0..1. */
        public float neighbours(int item) {
            return neighbours.weights()[item];
        }
    }

    /** Adds all that tables and popularity say to the network's log-probabilities of the whole catalogue. */
    public void addTo(float[] scores, History history, Tables tables, Evidence evidence) {
        evidence.gather(tables, history, this);
        evidence.addTo(scores, 0, this);
        for (int item = 0; popularity > 0 && item < scores.length; item++) {
            scores[item] += (float) popularity * popularity(tables.shares()[item]);
        }
    }

    /** Such as {@code transformer+rules+neighbours}. */
    public String method() {
        return "transformer" + (rules > 0 ? "+rules" : "") + (neighbours > 0 ? "+neighbours" : "")
                + (popularity > 0 ? "+popularity" : "");
    }

    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("rules", rules)
                .put("rulesDecay", rulesDecay)
                .put("neighbours", neighbours)
                .put("neighboursDecay", neighboursDecay)
                .put("popularity", popularity);
    }

    /**
     * @throws ModelException if a weight is missing or out of its range
     */
    public static Blend of(JsonNode json) {
        return new Blend(
                number(json, "rules"),
                number(json, "rulesDecay"),
                number(json, "neighbours"),
                number(json, "neighboursDecay"),
                number(json, "popularity"));
    }

    private static double number(JsonNode json, String name) {
        return json.path(name).asDouble(Double.NaN);
    }
}
