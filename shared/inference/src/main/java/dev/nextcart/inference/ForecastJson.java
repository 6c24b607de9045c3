package dev.nextcart.inference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * {@code {"seriesId","period"?,"values":[…],"horizon","covariates":[{"name","values":[…]}]}}, answered by {@code
 * {"seriesId","p10":[…],"p50":[…],"p90":[…],"method"}}.
 */
final class ForecastJson implements TaskJson<ForecastInstance, DemandForecast> {
    @Override
    public ForecastInstance instance(Fields fields) {
        return new ForecastInstance(
                fields.text("seriesId"),
                fields.has("period")
                        ? Optional.of(fields.choice("period", ForecastInstance.Period.class))
                        : Optional.empty(),
                fields.numbers("values"),
                fields.integer("horizon"),
                fields.list(
                        "covariates", covariate -> new Covariate(covariate.text("name"), covariate.numbers("values"))));
    }

    @Override
    public ObjectNode instance(ForecastInstance instance) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("seriesId", instance.seriesId());
        instance.period().ifPresent(period -> json.put("period", period.wireName()));
        put(json, "values", instance.values());
        json.put("horizon", instance.horizon());
        ArrayNode covariates = json.putArray("covariates");
        instance.covariates()
                .forEach(each -> put(covariates.addObject().put("name", each.name()), "values", each.values()));
        return json;
    }

    @Override
    public DemandForecast answer(Fields fields) {
        return new DemandForecast(
                fields.text("seriesId"),
                fields.numbers("p10"),
                fields.numbers("p50"),
                fields.numbers("p90"),
                fields.text("method"));
    }

    @Override
    public ObjectNode answer(DemandForecast answer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("seriesId", answer.seriesId());
        put(json, "p10", answer.low());
        put(json, "p50", answer.median());
        put(json, "p90", answer.high());
        return json.put("method", answer.method());
    }

    private static void put(ObjectNode json, String name, List<Double> values) {
        values.forEach(json.putArray(name)::add);
    }
}
