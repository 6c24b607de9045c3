package dev.nextcart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What names mean in a template: parameters at their defaults, pseudo parameters, resources by their physical names. */
final class Scope {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> PSEUDO_PARAMETERS = Map.of(
            "AWS::Region", "us-east-1",
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws",
            "AWS::StackName", "nextcart",
            "AWS::URLSuffix", "amazonaws.com");

    private final Map<String, JsonNode> parameters = new HashMap<>();
    private final Map<String, ResourceKind> kinds = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> beingNamed = new HashSet<>();
    private final JsonNode resources;
    private final Intrinsics intrinsics;

    /** @param given values of parameters, instead of their defaults */
    Scope(JsonNode template, Map<String, String> given) {
        this.resources = template.path("Resources");
        this.intrinsics = new Intrinsics(this, template.path("Conditions"));
        Fields declared = new Fields("Parameters", orEmpty(template.path("Parameters")));
        declared.children()
                .forEach((name, fields) -> parameters.put(
                        name, given.containsKey(name) ? given(fields, given.get(name)) : defaultOf(fields)));
        given.keySet().stream()
                .filter(name -> !parameters.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new TemplateException(
                            declared.at(name), "is given a value, and the template has no such parameter");
                });
        resources.properties().forEach(entry -> {
            ResourceKind kind = kindOf(entry.getKey(), entry.getValue());
            if (exists(entry.getKey(), entry.getValue())) {
                kinds.put(entry.getKey(), kind);
            }
        });
    }

    Intrinsics intrinsics() {
        return intrinsics;
    }

    /** The resources of the template whose conditions hold, in its order. */
    Map<String, ResourceKind> kinds() {
        return kinds;
    }

    /** What {@code Ref} of a name gives; missing for {@code AWS::NoValue}. */
    JsonNode reference(String name, String where) {
        if (name.equals("AWS::NoValue")) {
            return MissingNode.getInstance();
        }
        if (PSEUDO_PARAMETERS.containsKey(name)) {
            return JSON.textNode(PSEUDO_PARAMETERS.get(name));
        }
        if (parameters.containsKey(name)) {
            return parameters.get(name);
        }
        return JSON.textNode(kind(name, where).reference(physicalName(name, where)));
    }

    /** What {@code Fn::GetAtt} gives. */
    JsonNode attribute(String id, String attribute, String where) {
        ResourceKind kind = kind(id, where);
        String name = physicalName(id, where);
        return switch (attribute) {
            case "Arn" -> JSON.textNode(kind.arn(name));
            case "Name", "QueueName", "KeyId" -> JSON.textNode(name);
            case "TopicArn" -> JSON.textNode(kind.arn(name));
            case "StreamArn" -> JSON.textNode(kind.arn(name) + "/stream/" + ResourceKind.STREAM_LABEL);
            case "DomainName", "RegionalDomainName" -> JSON.textNode(name + ".s3.us-east-1.amazonaws.com");
            default -> {
                if (attribute.startsWith("Outputs.")) {
                    yield JSON.textNode(id + "." + attribute);
                }
                throw new TemplateException(
                        where, kind.type() + " " + id + " has no attribute " + attribute + " in the local cloud");
            }
        };
    }

    String physicalName(String id, String where) {
        if (names.containsKey(id)) {
            return names.get(id);
        }
        if (!beingNamed.add(id)) {
            throw new TemplateException(where, "the name of " + id + " depends on itself");
        }
        String property = kind(id, where).nameProperty();
        JsonNode given = resources.path(id).path("Properties").path(property);
        String name = given.isMissingNode()
                ? PSEUDO_PARAMETERS.get("AWS::StackName") + "-" + id
                : intrinsics.resolve(given, id + ".Properties." + property).asText();
        names.put(id, name);
        return name;
    }

    /** Whether a property's ARN or name is that of a resource of this kind. */
    boolean isA(ResourceKind wanted, String reference, String where) {
        return kinds.entrySet().stream()
                .anyMatch(entry -> entry.getValue() == wanted && isNamed(entry.getKey(), wanted, reference, where));
    }

    /** The logical id of a resource of this kind, found by the ARN or name that a property gave. */
    String idOf(ResourceKind wanted, String reference, String where) {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getValue() == wanted)
                .map(Map.Entry::getKey)
                .filter(id -> isNamed(id, wanted, reference, where))
                .findFirst()
                .orElseThrow(() -> new TemplateException(
                        where, "\"" + reference + "\" is no " + wanted.type() + " of this template"));
    }

    private boolean isNamed(String id, ResourceKind kind, String reference, String where) {
        String name = physicalName(id, where);
        return reference.equals(name) || reference.equals(kind.arn(name));
    }

    private ResourceKind kind(String id, String where) {
        return Optional.ofNullable(kinds.get(id))
                .orElseThrow(
                        () -> new TemplateException(where, "refers to " + id + ", which the template does not have"));
    }

    private static ResourceKind kindOf(String id, JsonNode resource) {
        String type = resource.path("Type").asText();
        return ResourceKind.of(type)
                .orElseThrow(() -> new TemplateException(
                        id + ".Type", "the local cloud does not know the resource type \"" + type + "\""));
    }

    private boolean exists(String id, JsonNode resource) {
        JsonNode condition = resource.path("Condition");
        return condition.isMissingNode() || intrinsics.holds(condition.asText(), id + ".Condition");
    }

    private static JsonNode given(Fields parameter, String value) {
        JsonNode allowed = parameter.find("AllowedValues").orElseGet(JSON::arrayNode);
        for (JsonNode each : allowed) {
            if (each.asText().equals(value)) {
                return JSON.textNode(value);
            }
        }
        if (!allowed.isEmpty()) {
            throw new TemplateException(parameter.path(), "\"" + value + "\" is not one of " + allowed);
        }
        return JSON.textNode(value);
    }

    private static JsonNode defaultOf(Fields parameter) {
        parameter.oneOf("Type", "String", "Number");
        return parameter
                .find("Default")
                .orElseThrow(
                        () -> new TemplateException(parameter.path(), "has no Default, and nobody gave it a value"));
    }

    private static JsonNode orEmpty(JsonNode node) {
        return node instanceof ObjectNode ? node : JSON.objectNode();
    }
}
