package dev.nextcart.models.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunsTest {
    @Test
    void each_text_runs_once_within_the_limit_and_beside_its_like() {
        Random random = new Random(7);
        long[][] ids = random.ints(500, 2, SentenceEncoder.BERT_TOKENS + 1)
                .mapToObj(long[]::new)
                .toArray(long[][]::new);

        List<int[]> runs = Runs.of(ids, 32);

        int[] all = runs.stream().flatMapToInt(IntStream::of).sorted().toArray();
        assertArrayEquals(IntStream.range(0, 500).toArray(), all);
        for (int[] run : runs) {
            int longest = ids[run[run.length - 1]].length;
            assertTrue(run.length == 1 || run.length * longest <= Runs.MAX_TOKENS);
            assertTrue(IntStream.of(run).allMatch(text -> ids[text].length <= longest));
        }
    }

    @Test
    void a_quantized_encoders_texts_run_alone() {
        assertEquals(3, Runs.of(new long[][] {{1, 2}, {1, 2}, {1, 2}}, 1).size());
    }

    @Test
    void no_text_makes_no_run() {
        assertTrue(Runs.of(new long[0][], 8).isEmpty());
    }
}
