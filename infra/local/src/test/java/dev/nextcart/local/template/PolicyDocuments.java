package dev.nextcart.local.template;

import static dev.nextcart.local.template.ShopTemplate.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** The policy documents of a template, wherever a resource has one, taken apart. */
final class PolicyDocuments {
    private static final List<String> PLACES =
            List.of("PolicyDocument", "KeyPolicy", "AssumeRolePolicyDocument", "Policy");

    private PolicyDocuments() {}

    /**
     * A resource's policy.
     *
     * @param id logical id of the resource
     * @param type of the resource
     */
    record Document(String id, String type, List<JsonNode> statements) {}

    /**
     * One action on one resource.
     *
     * @param text "type Sid action on resource"
     */
    record Grant(String id, String text) {}

    static Stream<Document> documents(TemplateTree template) {
        return template.tree().path("Resources").properties().stream()
                .flatMap(resource -> PLACES.stream()
                        .flatMap(place -> resource.getValue().findValues(place).stream())
                        .filter(document -> document.has("Statement"))
                        .map(document -> new Document(
                                resource.getKey(),
                                resource.getValue().path("Type").asText(),
                                each(document.path("Statement")).toList())));
    }

    static Stream<Grant> grants(TemplateTree template) {
        return documents(template)
                .flatMap(document -> document.statements().stream()
                        .flatMap(statement -> each(statement.path("Action"))
                                .flatMap(action -> each(statement.path("Resource"))
                                        .map(resource -> grant(document, statement, action, resource)))));
    }

    private static Grant grant(Document document, JsonNode statement, JsonNode action, JsonNode resource) {
        String what = resource.isTextual()
                ? resource.asText()
                : resource.path("Fn::Sub").asText(resource.toString());
        return new Grant(
                document.id(),
                "%s %s %s on %s"
                        .formatted(document.type(), statement.path("Sid").asText(), action.asText(), what));
    }
}
