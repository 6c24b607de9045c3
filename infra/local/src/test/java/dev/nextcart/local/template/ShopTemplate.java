package dev.nextcart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The template of this repository, as its text and as the tree it stands for, intrinsics unresolved. */
final class ShopTemplate {
    static final Path ROOT = Path.of(System.getProperty("nextcart.root"));
    static final Path FILE = ROOT.resolve("template.yaml");

    private ShopTemplate() {}

    static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree() {
        return YamlTree.parse(text());
    }

    static List<Map.Entry<String, JsonNode>> ofType(String type) {
        return tree().path("Resources").properties().stream()
                .filter(entry -> entry.getValue().path("Type").asText().equals(type))
                .toList();
    }

    static JsonNode properties(String id) {
        return tree().path("Resources").path(id).path("Properties");
    }

    static <T> T named(String id, Map<String, T> resources) {
        return Objects.requireNonNull(resources.get(id), id);
    }

    /** One value or the values of a list. */
    static Stream<JsonNode> each(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? StreamSupport.stream(oneOrMany.spliterator(), false) : Stream.of(oneOrMany);
    }

    /** The logical id behind {@code !GetAtt X.Arn}, {@code !Ref X} or {@code !Sub ${X.Arn}/…}. */
    static String referred(JsonNode reference) {
        if (reference.has("Fn::Sub")) {
            return reference.path("Fn::Sub").asText().replaceAll("^\\$\\{(\\w+)[.].*", "$1");
        }
        return reference.has("Ref")
                ? reference.path("Ref").asText()
                : reference.path("Fn::GetAtt").path(0).asText();
    }
}
