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
        return embed(texts, List.of(encoder.pooling()));
    }

    /**
     * One run of the encoder, pooled in several ways.
     *
     * @return per text a unit vector for each pooling, one after the other
     */
    public float[][] embed(List<String> texts, List<Pooling> poolings) {
        long[][] ids = tokens.of(texts);
        float[][] vectors = new float[ids.length][];
        for (int[] run : Runs.of(ids, encoder.textsPerRun())) {
            embed(ids, run, poolings, vectors);
        }
        return vectors;
    }

    private void embed(long[][] ids, int[] run, List<Pooling> poolings, float[][] vectors) {
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
            int from = row * longest * dimensions;
            vectors[run[row]] = pooled(states, from, ids[run[row]].length, poolings);
        }
    }

    private float[] pooled(float[] states, int from, int length, List<Pooling> poolings) {
        float[] all = new float[poolings.size() * dimensions];
        for (int i = 0; i < poolings.size(); i++) {
            float[] vector = poolings.get(i).pool(states, from, length, dimensions);
            UnitVector.scale(vector);
            System.arraycopy(vector, 0, all, i * dimensions, dimensions);
        }
        return all;
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
