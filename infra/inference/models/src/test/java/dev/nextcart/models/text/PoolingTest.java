package dev.nextcart.models.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class PoolingTest {
    /** Two texts of two dimensions; the first has two tokens and one of padding. */
    private static final float[] STATES = {1, 2, 3, 4, 100, 100, 5, 6, 7, 8, 9, 10};

    @Test
    void the_first_token_stands_for_the_text() {
        float[] vector = Pooling.FIRST_TOKEN.pool(STATES, 6, 3, 2);

        assertArrayEquals(new float[] {5, 6}, vector);
    }

    @Test
    void a_mean_leaves_padding_out() {
        float[] vector = Pooling.MEAN.pool(STATES, 0, 2, 2);

        UnitVector.scale(vector);
        assertArrayEquals(new float[] {.5547f, .83205f}, vector, 1e-4f);
    }

    @Test
    void the_largest_of_each_dimension_may_come_from_different_tokens() {
        float[] vector = Pooling.LARGEST.pool(new float[] {1, 9, 5, 2, 100, 100}, 0, 2, 2);

        assertArrayEquals(new float[] {5, 9}, vector);
    }

    @Test
    void a_vector_is_scaled_to_length_one_and_none_stays_none() {
        float[] vector = {3, 4};
        float[] none = {0, 0};

        UnitVector.scale(vector);
        UnitVector.scale(none);

        assertArrayEquals(new float[] {.6f, .8f}, vector, 1e-6f);
        assertArrayEquals(new float[] {0, 0}, none);
    }
}
