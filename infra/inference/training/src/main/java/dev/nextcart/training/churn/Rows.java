package dev.nextcart.training.churn;

import dev.nextcart.inference.Purchase;
import dev.nextcart.models.churn.BgNbd;
import dev.nextcart.models.churn.Feature;
import dev.nextcart.models.churn.FeatureRow;
import dev.nextcart.models.churn.PurchaseHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What was known of shoppers at origins, and what they did then: one row each, in the order of origins. */
final class Rows {
    /** 150,000 rows of 60 numbers are 36 MB; a logistic fit of 60 weights gains nothing from more. */
    static final int MAX_ROWS = 150_000;

    private final List<Row> rows;

    /**
     * @param shopper his number
     */
    record Row(int shopper, PurchaseHistory history, Origin origin, Transactions.Future future) {
        boolean churned() {
            return future.purchases() == 0;
        }
    }

    private Rows(List<Row> rows) {
        this.rows = rows;
    }

    /** Those who bought by then. Where they are too many, every so-manieth shopper, spread by id. */
    static Rows of(Transactions transactions, List<Origin> origins) {
        long all = (long) transactions.byShopper().size() * origins.size();
        long share = Math.max(1, (all + MAX_ROWS - 1) / MAX_ROWS);
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, List<Purchase>> each : transactions.byShopper().entrySet()) {
            number++;
            if (Math.floorMod(spread(each.getKey().hashCode()), share) != 0) {
                continue;
            }
            for (Origin origin : origins) {
                PurchaseHistory history = PurchaseHistory.upTo(origin.day(), each.getValue());
                if (!history.isEmpty()) {
                    rows.add(new Row(number, history, origin, Transactions.Future.of(each.getValue(), origin)));
                }
            }
        }
        return new Rows(rows);
    }

    private static long spread(int hash) {
        return (hash * 0x9E3779B97F4A7C15L) >>> 33;
    }

    int size() {
        return rows.size();
    }

    Row get(int row) {
        return rows.get(row);
    }

    List<PurchaseHistory> histories() {
        return rows.stream().map(Row::history).toList();
    }

    boolean[] churned() {
        boolean[] churned = new boolean[rows.size()];
        IntStream.range(0, rows.size())
                .forEach(row -> churned[row] = rows.get(row).churned());
        return churned;
    }

    double[] purchases() {
        return rows.stream().mapToDouble(row -> row.future().purchases()).toArray();
    }

    double[] cents() {
        return rows.stream().mapToDouble(row -> row.future().cents()).toArray();
    }

    /** Rows of {@link Feature}, as the network takes them. */
    float[] features(BgNbd bgNbd) {
        return features(bgNbd, row -> row.origin().horizonDays());
    }

    /** The same, as if all had been asked about so many days. */
    float[] features(BgNbd bgNbd, double horizonDays) {
        return features(bgNbd, row -> horizonDays);
    }

    private float[] features(BgNbd bgNbd, ToDoubleFunction<Row> horizonDays) {
        float[] features = new float[rows.size() * Feature.ALL.size()];
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            FeatureRow.fill(features, index, row.history(), bgNbd, horizonDays.applyAsDouble(row));
        }
        return features;
    }
}
