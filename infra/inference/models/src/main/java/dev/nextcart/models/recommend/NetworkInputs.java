package dev.nextcart.models.recommend;

import dev.nextcart.models.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Histories as the network's ONNX file takes them: {@code items}, {@code actions} and {@code gaps} of [batch, length], padded
 * at the end, and {@code last} of [batch], where each history's last item stands when rows are laid end to end.
 */
public final class NetworkInputs {
    public static final String ITEMS = "items";
    public static final String ACTIONS = "actions";
    public static final String GAPS = "gaps";
    public static final String LAST = "last";

    /** Log-probability of each item as the next, [batch, items]. */
    public static final String SCORES = "scores";

    /** The state whose dot product with an item's vector, less {@link #NORM}, is that item's log-probability: [batch, width]. */
    public static final String STATE = "state";

    /** [batch, 1] */
    public static final String NORM = "norm";

    private NetworkInputs() {}

    /**
     * @param histories none empty; of longer ones the newest {@code maxLength} are read
     */
    public static Map<String, Tensor> of(List<History> histories, int maxLength) {
        List<History> newest =
                histories.stream().map(history -> history.newest(maxLength)).toList();
        int rows = newest.size();
        int length = newest.stream().mapToInt(History::size).max().orElse(0);
        long[] items = new long[rows * length];
        long[] actions = new long[items.length];
        long[] gaps = new long[items.length];
        long[] last = new long[rows];
        for (int row = 0; row < rows; row++) {
            History history = newest.get(row);
            for (int position = 0; position < history.size(); position++) {
                int cell = row * length + position;
                items[cell] = history.items()[position];
                actions[cell] = history.actions()[position];
                gaps[cell] = history.gaps()[position];
            }
            last[row] = (long) row * length + history.size() - 1;
        }
        return Map.of(
                ITEMS, new Tensor.Longs(items, rows, length),
                ACTIONS, new Tensor.Longs(actions, rows, length),
                GAPS, new Tensor.Longs(gaps, rows, length),
                LAST, new Tensor.Longs(last, rows));
    }
}
