package dev.nextcart.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.inference.Interaction.Action;
import dev.nextcart.inference.Recommendations.Reason;
import dev.nextcart.inference.Recommendations.Recommended;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    static Stream<Instance> instances() {
        return Stream.of(
                new RecommendInstance(
                        List.of(new Interaction("mug", Action.CARTED, Optional.of(NOON)), Interaction.bought("tea")),
                        5,
                        Set.of("pot"),
                        false,
                        List.of(new NewItem("cup", "a cup of clay"))),
                new ForecastInstance(
                        "mug",
                        Optional.of(ForecastInstance.Period.WEEK),
                        List.of(3.0, 0.0, 2.5),
                        1,
                        List.of(new Covariate("price", List.of(250.0, 250.0, 200.0, 200.0)))),
                new ChurnInstance(List.of(new Purchase(NOON, -1_250, -2)), NOON, 90),
                new SentimentInstance("schön", Optional.of("de")));
    }

    static Stream<Answer> answers() {
        return Stream.of(
                new Recommendations(
                        List.of(new Recommended(
                                "pot", -2.5, new Reason(Reason.Kind.OFTEN_WITH, List.of("tea", "mug")))),
                        "transformer+rules",
                        1),
                new DemandForecast("mug", List.of(0.0), List.of(2.0), List.of(4.5), "network"),
                new ChurnRisk(
                        0.75,
                        ChurnRisk.Band.HIGH,
                        0.4,
                        1_200,
                        60,
                        List.of(new ChurnRisk.Reason("daysSinceLastPurchase", 80, 1.5)),
                        "additive"),
                new Sentiment(Sentiment.Polarity.POSITIVE, 0.9, "en", "embedding"));
    }

    @ParameterizedTest
    @MethodSource("instances")
    void an_instance_is_read_as_it_was_written(Instance instance) {
        JsonNode written = read(Contract.instance(instance).toString());

        assertEquals(instance, Contract.instance(instance.task(), written));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_is_read_as_it_was_written(Answer answer) {
        JsonNode written = read(Contract.answer(answer).toString());

        assertEquals(Outcome.answered(answer), Contract.outcome(answer.task(), written));
    }

    @Test
    void a_response_holds_answers_and_refusals_in_order() {
        Outcome<Answer> refused = Outcome.invalid("text is missing");
        Outcome<Answer> answered = Outcome.answered(new Sentiment(Sentiment.Polarity.NEUTRAL, 0.5, "en", "embedding"));

        JsonNode response = Contract.response(Task.SENTIMENT, "v1", List.of(refused, answered));

        assertEquals("v1", response.path("model").asText());
        assertEquals(refused, Contract.outcome(Task.SENTIMENT, response.at("/predictions/0")));
        assertEquals(answered, Contract.outcome(Task.SENTIMENT, response.at("/predictions/1")));
    }

    @Test
    void what_may_be_absent_has_a_default() {
        RecommendInstance recommend = (RecommendInstance) Contract.instance(Task.RECOMMEND, read("{}"));
        ChurnInstance churn =
                (ChurnInstance) Contract.instance(Task.CHURN, read("{\"asOf\":\"2026-11-25T13:00:00+01:00\"}"));

        assertEquals(10, recommend.k());
        assertTrue(recommend.excludeSeen());
        assertEquals(new ChurnInstance(List.of(), NOON, 60), churn);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recommend | []                                                  | the instance is not a JSON object",
                "recommend | {\"k\":0}                                           | k: 0 is not in 1..500",
                "recommend | {\"k\":1e9}                                         | k: 1.0E9 is not a whole number",
                "recommend | {\"history\":[{\"itemId\":\"\"}]}                   | history[0].itemId: \"\" has not 1..128",
                "recommend | {\"history\":[{\"itemId\":\"a\",\"action\":\"x\"}]} | history[0].action: \"x\" is none of",
                "forecast  | {\"seriesId\":\"a\",\"horizon\":1}                  | values is missing",
                "forecast  | {\"seriesId\":\"a\",\"values\":[],\"horizon\":1}    | values: 0 entries",
                "forecast  | {\"seriesId\":\"a\",\"values\":[1e999],\"horizon\":1} | is not a finite number",
                "forecast  | {\"seriesId\":\"a\",\"values\":[1],\"horizon\":400} | horizon: 400 is not in 1..366",
                "churn     | {\"asOf\":\"yesterday\"}                            | asOf: \"yesterday\" is not a time",
                "sentiment | {\"text\":\"  \"}                                   | text: \"  \" is blank",
                "sentiment | {\"text\":7}                                        | text: 7 is not text",
            })
    void what_breaks_a_rule_is_told_by_field_value_and_rule(String task, String json, String complaint) {
        Task named = Task.named(task).orElseThrow();

        InvalidInstanceException thrown =
                assertThrows(InvalidInstanceException.class, () -> Contract.instance(named, read(json)));

        assertTrue(thrown.message().contains(complaint), thrown::message);
    }

    @Test
    void purchases_lie_before_the_moment_of_asking_and_in_order() {
        Purchase late = new Purchase(NOON.plusSeconds(1), 100, 1);
        Purchase noon = new Purchase(NOON, 100, 1);

        assertThrows(InvalidInstanceException.class, () -> new ChurnInstance(List.of(late), NOON, 60));
        assertThrows(
                InvalidInstanceException.class, () -> new ChurnInstance(List.of(late, noon), NOON.plusSeconds(9), 60));
    }

    @Test
    void quantiles_do_not_cross() {
        assertThrows(
                InvalidInstanceException.class,
                () -> new DemandForecast("a", List.of(2.0), List.of(1.0), List.of(3.0), "network"));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
