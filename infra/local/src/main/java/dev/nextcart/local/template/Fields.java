package dev.nextcart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the properties of one object and remembers which, so that {@link #done} can complain of the rest: what nobody
 * reads, nobody honours.
 */
final class Fields {
    private final String path;
    private final ObjectNode node;
    private final Set<String> unread = new TreeSet<>();

    Fields(String path, JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            throw new TemplateException(path, "is not a mapping");
        }
        this.path = path;
        this.node = object;
        object.fieldNames().forEachRemaining(unread::add);
    }

    String path() {
        return path;
    }

    String at(String name) {
        return path + "." + name;
    }

    Optional<JsonNode> find(String name) {
        unread.remove(name);
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    JsonNode json(String name) {
        return find(name).orElseThrow(() -> new TemplateException(at(name), "is missing"));
    }

    String text(String name) {
        return scalar(name, json(name));
    }

    Optional<String> findText(String name) {
        return find(name).map(value -> scalar(name, value));
    }

    int integer(String name) {
        String text = text(name);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new TemplateException(at(name), "\"" + text + "\" is not a whole number");
        }
    }

    int integer(String name, int otherwise) {
        return find(name).isPresent() ? integer(name) : otherwise;
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(integer(name, otherwise));
    }

    boolean flag(String name, boolean otherwise) {
        return findText(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    Fields object(String name) {
        return new Fields(at(name), json(name));
    }

    Optional<Fields> findObject(String name) {
        return find(name).map(value -> new Fields(at(name), value));
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode item : list(name)) {
            objects.add(new Fields(at(name) + "[" + objects.size() + "]", item));
        }
        return objects;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        list(name).forEach(item -> texts.add(scalar(name, item)));
        return texts;
    }

    /** Every property, each an object, by name. */
    Map<String, Fields> children() {
        Map<String, Fields> children = new LinkedHashMap<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            children.put(name, object(name));
        }
        return children;
    }

    /** Every property as text, by name. */
    Map<String, String> textByName() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            texts.put(name, text(name));
        }
        return texts;
    }

    /** The property is absent or one of these: anything else the local cloud could not honour. */
    void oneOf(String name, String... honoured) {
        findText(name).filter(value -> !List.of(honoured).contains(value)).ifPresent(value -> {
            throw new TemplateException(
                    at(name), "the local cloud cannot honour \"" + value + "\", only " + String.join(", ", honoured));
        });
    }

    /** Properties that make no difference on this machine. */
    void ofNoConsequenceHere(String... names) {
        unread.removeAll(List.of(names));
    }

    void done() {
        if (!unread.isEmpty()) {
            throw new TemplateException(
                    at(unread.iterator().next()),
                    "the local cloud does not know this property. Correct it, or teach"
                            + " dev.nextcart.local.template to honour it.");
        }
    }

    private Iterable<JsonNode> list(String name) {
        JsonNode list = json(name);
        if (!list.isArray()) {
            throw new TemplateException(at(name), "is not a list");
        }
        return list;
    }

    private String scalar(String name, JsonNode value) {
        if (value.isContainerNode()) {
            throw new TemplateException(at(name), "is not a plain value");
        }
        return value.asText();
    }
}
