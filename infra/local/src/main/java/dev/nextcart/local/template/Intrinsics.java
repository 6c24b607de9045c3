package dev.nextcart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** CloudFormation's intrinsic functions, those a template of ours has use for. The others are errors. */
final class Intrinsics {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Scope scope;
    private final JsonNode conditions;

    Intrinsics(Scope scope, JsonNode conditions) {
        this.scope = scope;
        this.conditions = conditions;
    }

    /** The value with all functions carried out; missing if it came to {@code AWS::NoValue}. */
    JsonNode resolve(JsonNode value, String where) {
        if (value instanceof ArrayNode array) {
            ArrayNode resolved = JSON.arrayNode();
            for (int i = 0; i < array.size(); i++) {
                JsonNode item = resolve(array.get(i), where + "[" + i + "]");
                if (!item.isMissingNode()) {
                    resolved.add(item);
                }
            }
            return resolved;
        }
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        return isFunction(object) ? call(object, where) : members(object, where);
    }

    boolean holds(String condition, String where) {
        JsonNode definition = conditions.path(condition);
        if (definition.isMissingNode()) {
            throw new TemplateException(where, "refers to the condition " + condition + ", which is not there");
        }
        return truth(definition, "Conditions." + condition);
    }

    private ObjectNode members(ObjectNode object, String where) {
        ObjectNode resolved = JSON.objectNode();
        object.properties().forEach(entry -> {
            JsonNode value = resolve(entry.getValue(), where + "." + entry.getKey());
            if (!value.isMissingNode()) {
                resolved.set(entry.getKey(), value);
            }
        });
        return resolved;
    }

    private static boolean isFunction(ObjectNode object) {
        if (object.size() != 1) {
            return false;
        }
        String name = object.fieldNames().next();
        return name.equals("Ref") || name.startsWith("Fn::");
    }

    private JsonNode call(ObjectNode call, String where) {
        String function = call.fieldNames().next();
        JsonNode argument = call.get(function);
        return switch (function) {
            case "Ref" -> scope.reference(argument.asText(), where);
            case "Fn::GetAtt" ->
                scope.attribute(argument.path(0).asText(), argument.path(1).asText(), where);
            case "Fn::Sub" -> substitute(argument, where);
            case "Fn::Join" -> join(argument, where);
            case "Fn::If" -> choose(argument, where);
            default -> throw new TemplateException(where, "the local cloud does not know " + function);
        };
    }

    private JsonNode choose(JsonNode argument, String where) {
        if (!argument.isArray() || argument.size() != 3) {
            throw new TemplateException(where, "Fn::If takes a condition and two values, not " + argument);
        }
        return resolve(argument.path(holds(argument.path(0).asText(), where) ? 1 : 2), where);
    }

    private JsonNode join(JsonNode argument, String where) {
        List<String> parts = new ArrayList<>();
        resolve(argument.path(1), where).forEach(part -> parts.add(part.asText()));
        return JSON.textNode(String.join(argument.path(0).asText(), parts));
    }

    private JsonNode substitute(JsonNode argument, String where) {
        String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
        JsonNode variables = argument.isArray() ? argument.path(1) : MissingNode.getInstance();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        StringBuilder result = new StringBuilder();
        while (placeholder.find()) {
            boolean literal = !placeholder.group(1).isEmpty();
            String name = placeholder.group(2);
            String value = literal ? "${" + name + "}" : lookUp(name, variables, where);
            placeholder.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return JSON.textNode(placeholder.appendTail(result).toString());
    }

    private String lookUp(String name, JsonNode variables, String where) {
        if (variables.has(name)) {
            return resolve(variables.get(name), where).asText();
        }
        int dot = name.indexOf('.');
        return dot < 0
                ? scope.reference(name, where).asText()
                : scope.attribute(name.substring(0, dot), name.substring(dot + 1), where)
                        .asText();
    }

    private boolean truth(JsonNode definition, String where) {
        String function =
                definition.fieldNames().hasNext() ? definition.fieldNames().next() : "";
        JsonNode argument = definition.path(function);
        return switch (function) {
            case "Condition" -> holds(argument.asText(), where);
            case "Fn::Not" -> !truth(argument.path(0), where);
            case "Fn::And" -> conditions(argument, where).allMatch(each -> truth(each, where));
            case "Fn::Or" -> conditions(argument, where).anyMatch(each -> truth(each, where));
            case "Fn::Equals" ->
                resolve(argument.path(0), where)
                        .asText()
                        .equals(resolve(argument.path(1), where).asText());
            default -> throw new TemplateException(where, "the local cloud does not know the condition " + function);
        };
    }

    private static Stream<JsonNode> conditions(JsonNode argument, String where) {
        if (!argument.isArray() || argument.isEmpty()) {
            throw new TemplateException(where, argument + " is no list of conditions");
        }
        return StreamSupport.stream(argument.spliterator(), false);
    }
}
