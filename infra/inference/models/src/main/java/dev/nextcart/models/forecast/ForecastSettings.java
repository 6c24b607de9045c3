package dev.nextcart.models.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.models.ModelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What {@code model.json} says of a forecast beside the network, under {@code settings}.
 *
 * @param fallback serves what the network cannot
 */
public record ForecastSettings(ForecastShape shape, Choice choice, Calibration calibration, Baseline fallback) {

    /**
     * @throws ModelException if a field is missing or out of range
     */
    public static ForecastSettings read(JsonNode json) {
        try {
            return new ForecastSettings(
                    shape(json.required("shape")),
                    choice(json.required("choice")),
                    new Calibration(
                            numbers(json.required("calibration").required("low")),
                            numbers(json.required("calibration").required("high"))),
                    Baseline.named(json.required("fallback").asText()));
        } catch (IllegalArgumentException e) {
            throw new ModelException("settings of the forecast cannot be read: " + e.getMessage(), e);
        }
    }

    private static ForecastShape shape(JsonNode json) {
        List<CovariateScale> covariates = new ArrayList<>();
        json.required("covariates")
                .forEach(each -> covariates.add(new CovariateScale(
                        each.required("name").asText(),
                        each.required("logarithmic").asBoolean(),
                        each.required("spread").asDouble())));
        return new ForecastShape(
                positive(json, "season"),
                positive(json, "lookback"),
                positive(json, "horizon"),
                StreamSupport.stream(json.required("anchors").spliterator(), false)
                        .map(each -> Baseline.named(each.asText()))
                        .toList(),
                covariates);
    }

    private static int positive(JsonNode json, String field) {
        int value = json.required(field).asInt();
        if (value < 1) {
            throw new IllegalArgumentException(field + " is " + value + ", not at least 1");
        }
        return value;
    }

    private static Choice choice(JsonNode json) {
        List<Choice.Candidate> candidates = new ArrayList<>();
        json.required("candidates").forEach(each -> {
            Map<String, Double> weights = new LinkedHashMap<>();
            each.required("weights")
                    .properties()
                    .forEach(weight -> weights.put(
                            known(weight.getKey()), weight.getValue().asDouble()));
            candidates.add(new Choice.Candidate(
                    new Blend(weights),
                    each.required("record").asDouble(),
                    each.required("usual").asDouble()));
        });
        return new Choice(candidates, json.required("trust").asDouble());
    }

    private static String known(String method) {
        return method.equals(Blend.NETWORK) ? method : Baseline.named(method).wireName();
    }

    private static List<Double> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
    }

    /** To be read back by {@link #read}. */
    public JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode shapeJson = json.putObject("shape")
                .put("season", shape.season())
                .put("lookback", shape.lookback())
                .put("horizon", shape.horizon());
        shape.anchors().forEach(anchor -> shapeJson.withArray("anchors").add(anchor.wireName()));
        if (shape.anchors().isEmpty()) {
            shapeJson.putArray("anchors");
        }
        ArrayNode covariates = shapeJson.putArray("covariates");
        shape.covariates()
                .forEach(each -> covariates
                        .addObject()
                        .put("name", each.name())
                        .put("logarithmic", each.logarithmic())
                        .put("spread", each.spread()));
        ObjectNode choiceJson = json.putObject("choice").put("trust", choice.trust());
        ArrayNode candidates = choiceJson.putArray("candidates");
        for (Choice.Candidate each : choice.candidates()) {
            ObjectNode candidate =
                    candidates.addObject().put("record", each.record()).put("usual", each.usual());
            ObjectNode weights = candidate.putObject("weights");
            each.blend().weights().forEach(weights::put);
        }
        ObjectNode calibrationJson = json.putObject("calibration");
        calibration.low().forEach(calibrationJson.putArray("low")::add);
        calibration.high().forEach(calibrationJson.putArray("high")::add);
        return json.put("fallback", fallback.wireName());
    }
}
