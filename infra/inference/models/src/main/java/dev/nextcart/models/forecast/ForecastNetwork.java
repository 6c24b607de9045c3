package dev.nextcart.models.forecast;

import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Quantiles for windows: the trained network, or its export. */
public interface ForecastNetwork {
    String INPUT = "window";
    String OUTPUT = "quantiles";

    /** A window is some kilobytes; so many at once bound the memory of a run. */
    int ROWS = 256;

    /** One for each window, in their order. */
    List<Quantiles> forecast(List<Window> windows);

    /** The same for the ends of any number of histories. */
    default List<Quantiles> forecast(ForecastShape shape, List<History> histories) {
        List<Quantiles> answers = new ArrayList<>(histories.size());
        for (int from = 0; from < histories.size(); from += ROWS) {
            answers.addAll(forecast(histories.subList(from, Math.min(from + ROWS, histories.size())).stream()
                    .map(each -> Window.of(shape, each))
                    .toList()));
        }
        return answers;
    }

    /** The export in a model folder; {@code model} stays the caller's to close. */
    static ForecastNetwork of(OnnxModel model, ForecastShape shape) {
        return windows -> windows.isEmpty()
                ? List.of()
                : restored(
                        windows,
                        model.run(Map.of(INPUT, new Tensor.Floats(joined(windows), windows.size(), shape.width())))
                                .getFirst()
                                .values(),
                        shape.horizon());
    }

    /** All inputs, row by row. */
    static float[] joined(List<Window> windows) {
        int width = windows.getFirst().input().length;
        float[] rows = new float[windows.size() * width];
        for (int row = 0; row < windows.size(); row++) {
            System.arraycopy(windows.get(row).input(), 0, rows, row * width, width);
        }
        return rows;
    }

    /** @param outputs three rows of one horizon for each window */
    static List<Quantiles> restored(List<Window> windows, float[] outputs, int horizon) {
        List<Quantiles> forecasts = new ArrayList<>(windows.size());
        for (int row = 0; row < windows.size(); row++) {
            forecasts.add(windows.get(row).restored(outputs, row * 3 * horizon, horizon));
        }
        return forecasts;
    }
}
