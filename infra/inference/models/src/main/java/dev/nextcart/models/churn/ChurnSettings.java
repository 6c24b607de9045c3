package dev.nextcart.models.churn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.models.ModelException;

/**
 * What a churn model has beside its network; {@code settings} of its card.
 *
 * @param horizonDays what it was trained to answer; others are answered by its survival form
 * @param longestLearntDays the longest window that it saw the end of: beyond, it extrapolates
 * @param average of all shoppers, for one of whom nothing is known
 */
public record ChurnSettings(
        int horizonDays,
        int longestLearntDays,
        BgNbd bgNbd,
        GammaGamma gammaGamma,
        PurchaseBlend blend,
        Average average) {
    /**
     * @param churnLogOdds over {@code horizonDays}
     * @param logOddsPerLogDay how they change with the logarithm of another horizon, &lt;= 0
     * @param purchases within {@code horizonDays}
     */
    public record Average(double churnLogOdds, double logOddsPerLogDay, double purchases) {}

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("horizonDays", horizonDays).put("longestLearntDays", longestLearntDays);
        json.putObject("bgNbd")
                .put("r", bgNbd.r())
                .put("alpha", bgNbd.alpha())
                .put("a", bgNbd.a())
                .put("b", bgNbd.b())
                .put("settled", bgNbd.settled());
        json.putObject("gammaGamma")
                .put("p", gammaGamma.p())
                .put("q", gammaGamma.q())
                .put("gamma", gammaGamma.gamma())
                .put("settled", gammaGamma.settled());
        json.putObject("blend")
                .put("intercept", blend.intercept())
                .put("hazardPower", blend.hazardPower())
                .put("ratePower", blend.ratePower())
                .put("bgNbdWeight", blend.bgNbdWeight());
        json.putObject("average")
                .put("churnLogOdds", average.churnLogOdds())
                .put("logOddsPerLogDay", average.logOddsPerLogDay())
                .put("purchases", average.purchases());
        ArrayNode features = json.putArray("features");
        Feature.ALL.forEach(feature -> features.add(feature.wireName()));
        return json;
    }

    /**
     * @throws ModelException if a number is missing or impossible, or the features are not this program's
     */
    public static ChurnSettings of(JsonNode json) {
        for (int index = 0; index < Feature.ALL.size(); index++) {
            String name = json.path("features").path(index).asText();
            if (!name.equals(Feature.ALL.get(index).wireName())) {
                throw new ModelException("settings: feature " + index + " is \"" + name + "\", this program gives "
                        + Feature.ALL.get(index).wireName());
            }
        }
        try {
            JsonNode bgNbd = json.path("bgNbd");
            JsonNode gammaGamma = json.path("gammaGamma");
            JsonNode blend = json.path("blend");
            JsonNode average = json.path("average");
            return new ChurnSettings(
                    (int) number(json, "horizonDays"),
                    (int) number(json, "longestLearntDays"),
                    new BgNbd(
                            number(bgNbd, "r"),
                            number(bgNbd, "alpha"),
                            number(bgNbd, "a"),
                            number(bgNbd, "b"),
                            bgNbd.path("settled").asBoolean()),
                    new GammaGamma(
                            number(gammaGamma, "p"),
                            number(gammaGamma, "q"),
                            number(gammaGamma, "gamma"),
                            gammaGamma.path("settled").asBoolean()),
                    new PurchaseBlend(
                            number(blend, "intercept"),
                            number(blend, "hazardPower"),
                            number(blend, "ratePower"),
                            number(blend, "bgNbdWeight")),
                    new Average(
                            number(average, "churnLogOdds"),
                            number(average, "logOddsPerLogDay"),
                            number(average, "purchases")));
        } catch (IllegalArgumentException e) {
            throw new ModelException("settings: " + e.getMessage(), e);
        }
    }

    private static double number(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw new ModelException("settings: " + name + " is " + value + ", not a finite number");
        }
        return value.asDouble();
    }
}
