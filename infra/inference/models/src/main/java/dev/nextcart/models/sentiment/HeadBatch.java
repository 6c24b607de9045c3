package dev.nextcart.models.sentiment;

import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.Tensor;
import dev.nextcart.models.Tensor.Floats;
import dev.nextcart.models.Tensor.Longs;
import java.util.List;
import java.util.Map;

/** Texts' features as the heads' network takes them, all languages in one run. */
public final class HeadBatch {
    public static final String HEAD = "head";
    public static final String DENSE = "dense";
    public static final String BUCKETS = "buckets";
    public static final String WEIGHTS = "weights";
    public static final String PROBABILITY = "probability";

    private HeadBatch() {}

    /**
     * @param head which of the network's heads
     * @param dense at most as many numbers as its widest head takes
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one run; nobody compares them
    public record Row(int head, float[] dense, SparseCounts sparse) {}

    /** @return each row's probability of being positive */
    public static float[] run(OnnxModel network, List<Row> rows, int width) {
        return network.run(tensors(rows, width)).getFirst().values();
    }

    private static Map<String, Tensor> tensors(List<Row> rows, int width) {
        int count = rows.size();
        int most = rows.stream()
                .mapToInt(row -> row.sparse().buckets().length)
                .max()
                .orElse(0);
        int columns = Math.max(1, most);
        long[] heads = new long[count];
        float[] dense = new float[count * width];
        long[] buckets = new long[count * columns];
        float[] weights = new float[count * columns];
        for (int row = 0; row < count; row++) {
            heads[row] = rows.get(row).head();
            float[] vector = rows.get(row).dense();
            System.arraycopy(vector, 0, dense, row * width, vector.length);
            SparseCounts sparse = rows.get(row).sparse();
            for (int i = 0; i < sparse.buckets().length; i++) {
                buckets[row * columns + i] = sparse.buckets()[i];
                weights[row * columns + i] = sparse.weights()[i];
            }
        }
        return Map.of(
                HEAD, new Longs(heads, count),
                DENSE, new Floats(dense, count, width),
                BUCKETS, new Longs(buckets, count, columns),
                WEIGHTS, new Floats(weights, count, columns));
    }
}
