package dev.nextcart.training.recommend;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.nextcart.models.recommend.History;
import dev.nextcart.training.net.Parameters;
import dev.nextcart.training.recommend.LeaveOneOut.Case;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The trained network's log-probabilities for many cases, in batches of one length each. */
final class NetworkScores {
    /** One batch's scores: 128 x 12,000 floats are 6 MB. */
    private static final int MAX_FLOATS = 1_600_000;

    private final NDManager manager;
    private final Parameters parameters;
    private final NetworkShape shape;
    private final SequenceNetwork network;

    NetworkScores(NDManager manager, Parameters parameters, NetworkShape shape) {
        this.manager = manager;
        this.parameters = parameters;
        this.shape = shape;
        this.network = new SequenceNetwork(shape, parameters, Regularisation.NONE);
    }

    /** Hears each case once; the scores are the listener's until it returns. */
    @FunctionalInterface
    interface Listener {
        void take(Case asked, float[] scores);
    }

    void forEach(List<Case> cases, Listener listener) {
        List<Case> byLength = new ArrayList<>(cases);
        byLength.sort(Comparator.comparingInt(
                each -> Math.min(shape.maxLength(), each.history().size())));
        int rows = Math.clamp(MAX_FLOATS / shape.items(), 1, 256);
        float[] own = new float[shape.items()];
        for (int from = 0; from < byLength.size(); from += rows) {
            List<Case> part = byLength.subList(from, Math.min(byLength.size(), from + rows));
            float[] scores = scores(part.stream().map(Case::history).toList());
            for (int row = 0; row < part.size(); row++) {
                System.arraycopy(scores, row * own.length, own, 0, own.length);
                listener.take(part.get(row), own);
            }
        }
    }

    /** Log-probabilities, [histories, items], row-major. */
    float[] scores(List<History> histories) {
        try (NDManager batch = manager.newSubManager()) {
            List<History> newest = histories.stream()
                    .map(each -> each.newest(shape.maxLength()))
                    .toList();
            NDArray hidden = network.hidden(batch, Batch.asking(newest), null);
            NDArray table = parameters.get("items").stopGradient();
            table.attach(batch);
            return hidden.stopGradient().matMul(table.transpose()).logSoftmax(1).toFloatArray();
        }
    }
}
