package dev.nextcart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A template file as the tree it stands for, intrinsics unresolved; and copies with something wrong in them. */
record TemplateTree(JsonNode tree) {
    static TemplateTree shop() {
        return of(ShopTemplate.FILE);
    }

    static TemplateTree of(Path file) {
        try {
            return new TemplateTree(YamlTree.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** template.yaml and every stack nested in it, by path. */
    static Map<Path, TemplateTree> all() {
        Map<Path, TemplateTree> templates = new TreeMap<>();
        templates.put(ShopTemplate.FILE, shop());
        try (Stream<Path> files = Files.list(ShopTemplate.ROOT.resolve("infra"))) {
            files.filter(file -> file.toString().endsWith(".yaml")).forEach(file -> templates.put(file, of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return templates;
    }

    /** Resources of a type, by logical id. */
    Map<String, JsonNode> ofType(String type) {
        Map<String, JsonNode> found = new TreeMap<>();
        tree.path("Resources").properties().stream()
                .filter(entry -> entry.getValue().path("Type").asText().equals(type))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** The properties of resources of a type, by logical id. */
    Map<String, JsonNode> propertiesOf(String type) {
        Map<String, JsonNode> properties = ofType(type);
        properties.replaceAll((id, resource) -> resource.path("Properties"));
        return properties;
    }

    JsonNode properties(String id) {
        return tree.path("Resources").path(id).path("Properties");
    }

    /** The functions' properties with those of Globals where they say nothing themselves, by logical id. */
    Map<String, JsonNode> functions() {
        Map<String, JsonNode> functions = propertiesOf("AWS::Serverless::Function");
        functions.replaceAll((id, own) -> {
            ObjectNode merged = tree.path("Globals").path("Function").deepCopy();
            own.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
            return merged;
        });
        return functions;
    }

    /** A copy without what lies at this path of names, list places among them. */
    TemplateTree without(String... path) {
        ObjectNode copy = tree.deepCopy();
        ((ObjectNode) at(copy, path)).remove(path[path.length - 1]);
        return new TemplateTree(copy);
    }

    /** A copy with this YAML at the path. */
    TemplateTree with(String yaml, String... path) {
        ObjectNode copy = tree.deepCopy();
        JsonNode value = YamlTree.parse("value: " + yaml).path("value");
        ((ObjectNode) at(copy, path)).set(path[path.length - 1], value);
        return new TemplateTree(copy);
    }

    /** A copy in which a resource lacks a property. */
    TemplateTree withoutProperty(String id, String... path) {
        return without(inResource(id, path));
    }

    /** A copy in which a property of a resource is this YAML. */
    TemplateTree withProperty(String yaml, String id, String... path) {
        return with(yaml, inResource(id, path));
    }

    private static String[] inResource(String id, String... path) {
        return Stream.concat(Stream.of("Resources", id, "Properties"), Stream.of(path))
                .toArray(String[]::new);
    }

    private static JsonNode at(JsonNode tree, String... path) {
        JsonNode parent = tree;
        for (String step : List.of(path).subList(0, path.length - 1)) {
            parent = parent.isArray() ? parent.path(Integer.parseInt(step)) : parent.path(step);
        }
        if (!(parent instanceof ObjectNode)) {
            throw new IllegalArgumentException("There is no " + String.join("/", path));
        }
        return parent;
    }
}
