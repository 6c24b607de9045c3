package dev.nextcart.models.text;

import dev.nextcart.models.ModelException;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.Tensor.Longs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A sentence encoder run here. Some 20 kB a token are held while a run lasts. */
public final class OnnxTextEmbedder implements TextEmbedder {
    private final SentenceEncoder encoder;
    private final Tokens tokens;
    private final OnnxModel network;
    private final int dimensions;

    private OnnxTextEmbedder(SentenceEncoder encoder, Tokens tokens, OnnxModel network) {
        this.encoder = encoder;
        this.tokens = tokens;
        this.network = network;
        dimensions = run(new long[1], new long[] {1}, 1, 1).length;
    }

    /**
     * @throws ModelException when a file is missing or something else
     */
    public static OnnxTextEmbedder open(SentenceEncoder encoder) {
        Tokens tokens = new Tokens(encoder);
        try {
            return open(encoder, tokens, OnnxModel.open(encoder.network()));
        } catch (ModelException e) {
            tokens.close();
            throw e;
        }
    }

    private static OnnxTextEmbedder open(SentenceEncoder encoder, Tokens tokens, OnnxModel network) {
        try {
            return new OnnxTextEmbedder(encoder, tokens, network);
        } catch (ModelException e) {
            network.close();
            throw e;
        }
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public float[][] embed(List<String> texts) {
        long[][] ids = tokens.of(texts);
        float[][] vectors = new float[ids.length][dimensions];
        for (int[] run : Runs.of(ids, encoder.textsPerRun())) {
            embed(ids, run, vectors);
        }
        return vectors;
    }

    private void embed(long[][] ids, int[] run, float[][] vectors) {
        int longest = ids[run[run.length - 1]].length;
        long[] padded = new long[run.length * longest];
        long[] attended = new long[padded.length];
        for (int row = 0; row < run.length; row++) {
            int length = ids[run[row]].length;
            System.arraycopy(ids[run[row]], 0, padded, row * longest, length);
            Arrays.fill(attended, row * longest, row * longest + length, 1);
        }
        float[] states = run(padded, attended, run.length, longest);
        for (int row = 0; row < run.length; row++) {
            float[] vector = vectors[run[row]];
            encoder.pooling().add(states, row * longest * dimensions, ids[run[row]].length, vector);
            UnitVector.scale(vector);
        }
    }

    /** @return rows x columns x dimensions */
    private float[] run(long[] ids, long[] attended, int rows, int columns) {
        return network.run(Map.of(
                        "input_ids", new Longs(ids, rows, columns),
                        "attention_mask", new Longs(attended, rows, columns),
                        "token_type_ids", new Longs(new long[ids.length], rows, columns)))
                .getFirst()
                .values();
    }

    @Override
    public void close() {
        network.close();
        tokens.close();
    }
}
