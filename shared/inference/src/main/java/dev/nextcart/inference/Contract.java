package dev.nextcart.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.inference.Outcome.Refused;
import java.util.List;

/**
 * The JSON of {@code POST /invocations}, version {@value #VERSION}.
 *
 * <p>A request is {@code {"version"?,"task","instances":[…]}}, 1..{@value #MAX_INSTANCES} instances of one task (the task may
 * come in a header instead). The response is {@code {"version","task","model","predictions":[…]}}, one prediction per
 * instance and in their order; one that could not be answered is {@code {"error":{"code","message"}}}. Fields are added
 * within a version, never renamed or given another meaning; unknown ones are passed over on both sides.
 */
public final class Contract {
    public static final int VERSION = 1;

    /** More would hold a worker for seconds; callers page. */
    public static final int MAX_INSTANCES = 1_000;

    private Contract() {}

    /** The instance's JSON as its task writes it. */
    public static ObjectNode instance(Instance instance) {
        return switch (instance) {
            case RecommendInstance it -> new RecommendJson().instance(it);
            case ForecastInstance it -> new ForecastJson().instance(it);
            case ChurnInstance it -> new ChurnJson().instance(it);
            case SentimentInstance it -> new SentimentJson().instance(it);
        };
    }

    /**
     * @throws InvalidInstanceException naming the field
     */
    public static Instance instance(Task task, JsonNode json) {
        return json(task).instance(Fields.of("the instance", json));
    }

    /** The answer's JSON as its task writes it. */
    public static ObjectNode answer(Answer answer) {
        return switch (answer) {
            case Recommendations it -> new RecommendJson().answer(it);
            case DemandForecast it -> new ForecastJson().answer(it);
            case ChurnRisk it -> new ChurnJson().answer(it);
            case Sentiment it -> new SentimentJson().answer(it);
        };
    }

    /**
     * @throws InvalidInstanceException if it is neither an answer of this task nor an error
     */
    public static Outcome<Answer> outcome(Task task, JsonNode json) {
        Fields fields = Fields.of("the prediction", json);
        if (fields.has("error")) {
            Fields error = fields.object("error");
            return new Refused<>(error.text("code"), error.text("message"));
        }
        return Outcome.answered(json(task).answer(fields));
    }

    public static ObjectNode outcome(Outcome<? extends Answer> outcome) {
        return outcome.map(Contract::answer, refused -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.putObject("error").put("code", refused.code()).put("message", refused.message());
            return json;
        });
    }

    public static ObjectNode request(Task task, List<? extends Instance> instances) {
        ObjectNode json = head(task);
        ArrayNode list = json.putArray("instances");
        instances.forEach(instance -> list.add(instance(instance)));
        return json;
    }

    /**
     * @param model the version that answered
     */
    public static ObjectNode response(Task task, String model, List<? extends Outcome<? extends Answer>> outcomes) {
        ObjectNode json = head(task).put("model", model);
        ArrayNode list = json.putArray("predictions");
        outcomes.forEach(outcome -> list.add(outcome(outcome)));
        return json;
    }

    private static ObjectNode head(Task task) {
        return JsonNodeFactory.instance.objectNode().put("version", VERSION).put("task", task.wireName());
    }

    private static TaskJson<? extends Instance, ? extends Answer> json(Task task) {
        return switch (task) {
            case RECOMMEND -> new RecommendJson();
            case FORECAST -> new ForecastJson();
            case CHURN -> new ChurnJson();
            case SENTIMENT -> new SentimentJson();
        };
    }
}
