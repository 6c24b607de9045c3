package dev.nextcart.models.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static final int LAMP = 0;
    private static final int WICK = 1;
    private static final int OIL = 2;
    private static final int MUG = 3;

    @Test
    void a_rule_weighs_one_over_its_distance() {
        List<History> histories = List.of(History.bought(LAMP, WICK, OIL));

        Neighbours rules = SequentialRules.learn(histories, 4, 10);

        assertEquals(1 / 1.5, rules.weight(LAMP, WICK), 1e-6);
        assertEquals(0.5 / 1.5, rules.weight(LAMP, OIL), 1e-6);
        assertEquals(0, rules.weight(OIL, LAMP));
    }

    @Test
    void only_the_heaviest_rules_are_kept_and_equals_by_their_number() {
        List<History> histories =
                List.of(History.bought(LAMP, OIL), History.bought(LAMP, MUG), History.bought(LAMP, WICK));

        Neighbours rules = SequentialRules.learn(histories, 4, 2);

        assertArrayEquals(new int[] {WICK, OIL}, rules.items());
    }

    @Test
    void neighbours_are_weighed_by_the_cosine_of_their_shoppers() {
        List<History> histories =
                List.of(History.bought(LAMP, WICK), History.bought(WICK, LAMP), History.bought(LAMP, OIL));

        Neighbours neighbours = ItemNeighbours.learn(histories, 4, 10);

        assertEquals(2 / Math.sqrt(3 * 2), neighbours.weight(LAMP, WICK), 1e-6);
        assertEquals(1 / Math.sqrt(3 * 1), neighbours.weight(OIL, LAMP), 1e-6);
        assertEquals(0, neighbours.weight(OIL, WICK));
    }

    @Test
    void newer_items_count_more() {
        List<History> histories = List.of(History.bought(LAMP, WICK), History.bought(MUG, OIL));
        float[] scores = new float[4];

        Scorer.decayed(SequentialRules.learn(histories, 4, 10), 0.5f, 10).score(History.bought(LAMP, MUG), scores);

        assertEquals(1, scores[OIL], 1e-6);
        assertEquals(0.5, scores[WICK], 1e-6);
    }

    @Test
    void popularity_is_the_share_of_all_interactions() {
        assertArrayEquals(
                new float[] {0.75f, 0.25f, 0, 0},
                Scorer.shares(List.of(History.bought(LAMP, LAMP), History.bought(LAMP, WICK)), 4));
    }
}
