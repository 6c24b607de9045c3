package dev.nextcart.inference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code {"text","language"?}}, answered by {@code {"polarity","probability","score","language","method"}}. */
final class SentimentJson implements TaskJson<SentimentInstance, Sentiment> {
    @Override
    public SentimentInstance instance(Fields fields) {
        return new SentimentInstance(fields.text("text"), fields.optionalText("language"));
    }

    @Override
    public ObjectNode instance(SentimentInstance instance) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("text", instance.text());
        instance.language().ifPresent(language -> json.put("language", language));
        return json;
    }

    @Override
    public Sentiment answer(Fields fields) {
        return new Sentiment(
                fields.choice("polarity", Sentiment.Polarity.class),
                fields.number("probability"),
                fields.text("language"),
                fields.text("method"));
    }

    @Override
    public ObjectNode answer(Sentiment answer) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("polarity", answer.polarity().wireName())
                .put("probability", answer.probability())
                .put("score", answer.score())
                .put("language", answer.language())
                .put("method", answer.method());
    }
}
