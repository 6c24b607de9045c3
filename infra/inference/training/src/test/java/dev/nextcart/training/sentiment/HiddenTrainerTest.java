package dev.nextcart.training.sentiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.sentiment.HeadBatch;
import dev.nextcart.models.sentiment.NGrams;
import dev.nextcart.models.sentiment.SparseCounts;
import dev.nextcart.training.net.Torch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenTrainerTest {
    private static final int COUNT = 600;
    private static final int[] ALL = IntStream.range(0, COUNT).toArray();

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        Torch.engine(1);
    }

    @Test
    void a_hidden_layer_learns_what_no_line_parts() {
        Examples examples = exclusiveOr();

        double line = right(Part.DENSE.fit(examples, ALL, 10, 1), examples);
        double layer = right(Part.HIDDEN.fit(examples, ALL, 1, 1), examples);

        assertTrue(line < .65, "a line: " + line);
        assertTrue(layer > .9, "a layer: " + layer);
    }

    @Test
    void the_exported_heads_agree_with_the_trained_ones_each_on_its_rows() throws IOException {
        Examples examples = exclusiveOr();
        Head layered = Part.HIDDEN.fit(examples, ALL, 1, 1);
        Head both = Head.constant(4, .1f, "").plus(layered, .7).plus(Part.GRAMS.fit(examples, ALL, 10, 1), 1.2);
        List<Head> heads = List.of(Part.DENSE.fit(examples, ALL, 10, 1), both);
        Path file = folder.resolve("model.onnx");

        new HeadGraph(heads, 4).write(file);

        float[] trained = new float[20];
        List<HeadBatch.Row> rows = IntStream.range(0, 20)
                .mapToObj(i -> new HeadBatch.Row(i % 2, examples.dense()[i], examples.sparse()[i]))
                .toList();
        for (int i = 0; i < 20; i++) {
            trained[i] = (float) heads.get(i % 2).probability(examples.dense()[i], examples.sparse()[i]);
        }
        try (OnnxModel network = OnnxModel.open(file)) {
            assertArrayEquals(trained, HeadBatch.run(network, rows, 4), 1e-5f);
        }
    }

    private static double right(Head head, Examples examples) {
        return Scores.of(head.probabilities(examples, ALL), examples.labels()).accuracy();
    }

    /** Positive where the first two numbers have the same sign. */
    private static Examples exclusiveOr() {
        Random random = new Random(3);
        float[][] dense = new float[COUNT][4];
        SparseCounts[] sparse = new SparseCounts[COUNT];
        boolean[] labels = new boolean[COUNT];
        for (int i = 0; i < COUNT; i++) {
            for (int k = 0; k < 4; k++) {
                dense[i][k] = random.nextBoolean() ? .5f : -.5f;
            }
            labels[i] = dense[i][0] * dense[i][1] > 0;
            sparse[i] = SparseCounts.of(NGrams.WORDS, labels[i] ? "good thing" : "bad thing");
        }
        return new Examples(dense, sparse, labels);
    }
}
