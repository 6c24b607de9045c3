package dev.nextcart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML as the JSON it stands for, CloudFormation's tags in their long form: {@code !Ref X} is {@code {"Ref":"X"}}. */
final class YamlTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlTree() {}

    static ObjectNode parse(String yaml) {
        try {
            Node root = new Compose(LoadSettings.builder().setLabel("template").build())
                    .composeString(yaml)
                    .orElseThrow(() -> new TemplateException("template", "is empty"));
            if (new YamlTree().convert(root) instanceof ObjectNode template) {
                return template;
            }
            throw new TemplateException("template", "is not a mapping");
        } catch (YamlEngineException e) {
            throw new TemplateException("template", "is not YAML: " + e.getMessage());
        }
    }

    private JsonNode convert(Node node) {
        if (!(node instanceof ScalarNode) && !seen.add(node)) {
            throw new TemplateException(at(node), "is a YAML alias; CloudFormation takes none. Write it out.");
        }
        JsonNode value = switch (node) {
            case MappingNode mapping -> object(mapping);
            case SequenceNode sequence -> array(sequence);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new TemplateException(at(node), "is no YAML this reader knows");
        };
        String tag = node.getTag().getValue();
        return tag.startsWith("!") ? intrinsic(tag.substring(1), value) : value;
    }

    private ObjectNode object(MappingNode mapping) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new TemplateException(at(entry.getKeyNode()), "is not a plain key");
            }
            if (object.has(key.getValue())) {
                throw new TemplateException(at(key), "has the key " + key.getValue() + " twice");
            }
            object.set(key.getValue(), convert(entry.getValueNode()));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence) {
        ArrayNode array = JSON.arrayNode();
        sequence.getValue().forEach(item -> array.add(convert(item)));
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        return tag.equals(Tag.INT) ? JSON.numberNode(Long.parseLong(text)) : JSON.textNode(text);
    }

    private static JsonNode intrinsic(String name, JsonNode value) {
        if (name.equals("Ref") || name.equals("Condition")) {
            return JSON.objectNode().set(name, value);
        }
        if (name.equals("GetAtt") && value.isTextual()) {
            String[] parts = value.textValue().split("\\.", 2);
            ArrayNode path = JSON.arrayNode();
            for (String part : parts) {
                path.add(part);
            }
            return JSON.objectNode().set("Fn::GetAtt", path);
        }
        return JSON.objectNode().set("Fn::" + name, value);
    }

    private static String at(Node node) {
        return node.getStartMark()
                .map(mark -> "template, line " + (mark.getLine() + 1))
                .orElse("template");
    }
}
