package dev.nextcart.training.forecast;

import dev.nextcart.models.forecast.ForecastShape;
import dev.nextcart.models.forecast.History;
import dev.nextcart.models.forecast.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws windows and what came after them out of the training parts: a series, then one of its periods as the origin. */
final class WindowSampler {
    /** Numbers kept of windows already made: some 160 MB. */
    private static final long KEPT_NUMBERS = 40_000_000;

    /** Of so many seasonal errors a window's error counts in full; a series that hardly moves must not outweigh all others. */
    private static final double LARGEST_WEIGHT = 20;

    private final ForecastShape shape;
    private final List<Source> sources = new ArrayList<>();

    /** A series that is long enough, with its windows as far as they are kept. */
    @SuppressWarnings("ArrayRecordComponent") // numbers, not copied; nobody compares them
    private record Source(History history, double scale, int earliest, Window[] kept) {}

    /**
     * @param inputs rows of the shape's width
     * @param targets rows of one horizon, in the window's units, as all that follows
     * @param weights of an error in MASE
     * @param sizes absolute values of the targets before the centre was taken off
     * @param centres one a row
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers, not copied; nobody compares them
    record Batch(int rows, float[] inputs, float[] targets, float[] weights, float[] sizes, float[] centres) {}

    WindowSampler(SeriesSet set, Yardstick yardstick, ForecastShape shape) {
        this.shape = shape;
        long origins =
                set.series().stream().mapToLong(each -> each.train().length).sum();
        boolean keep = origins * shape.width() <= KEPT_NUMBERS;
        for (int index = 0; index < set.series().size(); index++) {
            Series series = set.series().get(index);
            int latest = series.train().length - shape.horizon();
            int earliest = Math.min(shape.shortest(), latest);
            if (yardstick.scale(index) > 0 && earliest >= 2) {
                sources.add(new Source(
                        new History(series.train(), series.covariates()),
                        yardstick.scale(index),
                        earliest,
                        new Window[keep ? latest - earliest + 1 : 0]));
            }
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(
                    set.name() + " holds no series that moves and is longer than a horizon of " + shape.horizon()
                            + " periods: there is nothing to train on");
        }
    }

    Batch draw(int rows, RandomGenerator random) {
        int horizon = shape.horizon();
        Batch batch = new Batch(
                rows,
                new float[rows * shape.width()],
                new float[rows * horizon],
                new float[rows * horizon],
                new float[rows * horizon],
                new float[rows]);
        for (int row = 0; row < rows; row++) {
            Source source = sources.get(random.nextInt(sources.size()));
            double[] values = source.history().values();
            int end = source.earliest() + random.nextInt(values.length - horizon - source.earliest() + 1);
            Window window = window(source, end);
            System.arraycopy(window.input(), 0, batch.inputs(), row * shape.width(), shape.width());
            batch.centres()[row] = (float) (window.centre() / window.spread());
            for (int step = 0; step < horizon; step++) {
                int at = row * horizon + step;
                batch.targets()[at] = (float) window.scaled(values[end + step]);
                batch.sizes()[at] = (float) (Math.abs(values[end + step]) / window.spread());
                batch.weights()[at] = (float) Math.min(LARGEST_WEIGHT, window.spread() / source.scale());
            }
        }
        return batch;
    }

    private Window window(Source source, int end) {
        int slot = end - source.earliest();
        if (source.kept().length == 0) {
            return Window.of(shape, source.history().until(end));
        }
        if (source.kept()[slot] == null) {
            source.kept()[slot] = Window.of(shape, source.history().until(end));
        }
        return source.kept()[slot];
    }
}
