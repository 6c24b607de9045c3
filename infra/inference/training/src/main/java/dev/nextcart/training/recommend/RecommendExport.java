package dev.nextcart.training.recommend;

import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.recommend.History;
import dev.nextcart.models.recommend.NetworkInputs;
import dev.nextcart.models.recommend.Tables;
import dev.nextcart.models.recommend.TextMap;
import dev.nextcart.training.ParityGate;
import dev.nextcart.training.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes a version's files: the network, the tables of all histories, and the map of texts where there are texts. */
final class RecommendExport {
    /** Log-probabilities lie in -20..0; two orders of summing differ by some 1e-5. */
    private static final double MAX_DIFFERENCE = 1e-3;

    private static final int COMPARED = 256;
    private static final int ROWS = 32;

    /** Of fewer texts no map can be learnt. */
    private static final int MIN_TEXTS = 20;

    private final RecommendTraining training;
    private final SequenceData data;
    private final Optional<Function<String, float[]>> embedder;

    /**
     * @param embedder of texts; without one new items cannot be ranked
     */
    RecommendExport(RecommendTraining training, SequenceData data, Optional<Function<String, float[]>> embedder) {
        this.training = training;
        this.data = data;
        this.embedder = embedder;
    }

    /**
     * @return the largest difference between the trained network and the exported one
     * @throws dev.nextcart.models.ModelException if it is too large
     */
    double write(Path folder, Progress progress) throws IOException {
        Tables.learn(data.catalogue(), data.histories()).write(folder.resolve(Tables.FILE));
        Path network = folder.resolve(ModelFolder.NETWORK);
        NetworkExport.write(training.parameters(), training.settings().shape(), network);
        writeTextMap(folder, progress);
        return parity(network);
    }

    private double parity(Path network) {
        ParityGate gate = new ParityGate(MAX_DIFFERENCE);
        int maxLength = training.settings().shape().maxLength();
        List<History> asked = data.histories().stream()
                .filter(history -> history.size() > 0)
                .limit(COMPARED)
                .toList();
        try (OnnxModel exported = OnnxModel.open(network)) {
            for (int from = 0; from < asked.size(); from += ROWS) {
                List<History> part = asked.subList(from, Math.min(asked.size(), from + ROWS));
                gate.compare(
                        training.scores().scores(part),
                        exported.run(NetworkInputs.of(part, maxLength))
                                .getFirst()
                                .values());
            }
        }
        return gate.passed();
    }

    private String text(int item) {
        return data.texts().getOrDefault(data.catalogue().get(item), "");
    }

    private void writeTextMap(Path folder, Progress progress) throws IOException {
        List<Integer> known = new ArrayList<>();
        for (int item = 0; item < data.catalogue().size(); item++) {
            if (data.texts().containsKey(data.catalogue().get(item))) {
                known.add(item);
            }
        }
        if (known.size() < MIN_TEXTS || embedder.isEmpty()) {
            progress.say("texts of " + known.size() + " items" + (embedder.isEmpty() ? ", no text model" : "")
                    + ": this version will not rank new items");
            return;
        }
        int width = training.settings().shape().width();
        float[] table = training.parameters().values("items");
        List<float[]> texts = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        progress.begin("embedding texts", known.size());
        for (int item : known) {
            texts.add(embedder.get().apply(text(item)));
            vectors.add(Arrays.copyOfRange(table, item * width, (item + 1) * width));
            progress.step();
        }
        progress.end();
        TextMap map = Ridge.fit(texts, vectors);
        map.write(folder.resolve(TextMap.FILE));
        progress.say("new items are placed by a map learnt from " + known.size() + " texts");
    }
}
