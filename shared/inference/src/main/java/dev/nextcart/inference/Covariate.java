package dev.nextcart.inference;

import java.util.List;

/**
 * Something known beside the demand itself, such as {@code price} (minor units) or {@code promotion} (0 or 1).
 *
 * @param values one for each period of the history and, after those, of the horizon; a model passes over names it does
 *     not know
 */
public record Covariate(String name, List<Double> values) {
    public Covariate {
        Rules.id("name", name);
        values = Rules.finite("values", values, 1, ForecastInstance.MAX_PERIODS + ForecastInstance.MAX_HORIZON);
    }
}
