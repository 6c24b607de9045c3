package dev.nextcart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a SAM template: parameters at their defaults, globals merged, intrinsics resolved, every property accounted for. */
public final class TemplateReader {
    private final ObjectNode template;
    private final Scope scope;

    private TemplateReader(ObjectNode template, Map<String, String> parameters) {
        this.template = template;
        this.scope = new Scope(template, parameters);
    }

    /**
     * Reads a file, its parameters at their defaults.
     *
     * @throws TemplateException naming the resource and property that are broken or that the local cloud cannot honour
     */
    public static CloudTemplate read(Path file) {
        return read(file, Map.of());
    }

    /**
     * Reads a file.
     *
     * @param parameters values by name; the others take their defaults
     * @throws TemplateException naming the resource and property that are broken or that the local cloud cannot honour
     */
    public static CloudTemplate read(Path file, Map<String, String> parameters) {
        try {
            return parse(Files.readString(file), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the template " + file.toAbsolutePath(), e);
        }
    }

    static CloudTemplate parse(String yaml) {
        return parse(yaml, Map.of());
    }

    static CloudTemplate parse(String yaml, Map<String, String> parameters) {
        return new TemplateReader(YamlTree.parse(yaml), parameters).cloud();
    }

    private CloudTemplate cloud() {
        checkSections();
        Map<String, String> buses = new LinkedHashMap<>();
        Map<String, RuleSpec> rules = new LinkedHashMap<>();
        Map<String, QueueSpec> queues = new LinkedHashMap<>();
        Map<String, StreamSpec> streams = new LinkedHashMap<>();
        Map<String, TableSpec> tables = new LinkedHashMap<>();
        Map<String, FunctionSpec> functions = new LinkedHashMap<>();
        Map<String, String> buckets = new LinkedHashMap<>();
        Map<String, DeliveryStreamSpec> deliveries = new LinkedHashMap<>();
        scope.kinds().forEach((id, kind) -> {
            Resource resource = resource(id, kind);
            switch (kind) {
                case BUS -> buses.put(id, PlumbingReader.bus(resource));
                case RULE -> rules.put(id, PlumbingReader.rule(resource, scope));
                case QUEUE -> queues.put(id, PlumbingReader.queue(resource, scope));
                case STREAM -> streams.put(id, PlumbingReader.stream(resource));
                case TABLE -> tables.put(id, TableReader.table(resource));
                case FUNCTION -> functions.put(id, FunctionReader.function(resource, scope));
                case BUCKET -> buckets.put(id, DeliveryReader.bucket(resource));
                case DELIVERY_STREAM -> deliveries.put(id, DeliveryReader.delivery(resource, scope));
                case QUEUE_POLICY,
                        BUCKET_POLICY,
                        ROLE,
                        ROLE_POLICY,
                        LOG_GROUP,
                        LOG_STREAM,
                        KEY,
                        KEY_ALIAS,
                        SCHEDULE,
                        SCHEDULE_GROUP,
                        ALARM,
                        COMPOSITE_ALARM,
                        DASHBOARD,
                        TOPIC,
                        TOPIC_POLICY,
                        STACK,
                        APPLICATION -> {}
            }
        });
        return new CloudTemplate(
                Collections.unmodifiableMap(buses),
                Collections.unmodifiableMap(rules),
                Collections.unmodifiableMap(queues),
                Collections.unmodifiableMap(streams),
                Collections.unmodifiableMap(tables),
                Collections.unmodifiableMap(functions),
                Collections.unmodifiableMap(buckets),
                Collections.unmodifiableMap(deliveries));
    }

    private void checkSections() {
        Fields sections = new Fields("template", template);
        sections.oneOf("AWSTemplateFormatVersion", "2010-09-09");
        sections.oneOf("Transform", "AWS::Serverless-2016-10-31");
        sections.ofNoConsequenceHere("Description", "Metadata", "Parameters", "Conditions");
        sections.json("Resources");
        sections.findObject("Globals").ifPresent(globals -> {
            globals.find("Function");
            globals.done();
        });
        sections.find("Outputs").ifPresent(outputs -> resolve(new Fields("Outputs", outputs)));
        sections.done();
    }

    /** Nobody reads them here, but a broken reference would stop a deployment. */
    private void resolve(Fields outputs) {
        outputs.children().forEach((name, output) -> {
            boolean given = output.findText("Condition")
                    .map(condition -> scope.intrinsics().holds(condition, output.at("Condition")))
                    .orElse(true);
            if (given) {
                scope.intrinsics().resolve(output.json("Value"), output.at("Value"));
            }
        });
    }

    private Resource resource(String id, ResourceKind kind) {
        Fields resource = new Fields(id, template.path("Resources").path(id));
        resource.ofNoConsequenceHere(
                "Type", "Condition", "DependsOn", "Metadata", "DeletionPolicy", "UpdateReplacePolicy");
        JsonNode own = resource.find("Properties").orElseGet(JsonNodeFactory.instance::objectNode);
        JsonNode merged =
                kind == ResourceKind.FUNCTION ? merge(template.path("Globals").path("Function"), own) : own;
        resource.done();
        String where = id + ".Properties";
        Fields properties = new Fields(where, scope.intrinsics().resolve(merged, where));
        String name = scope.physicalName(id, where);
        return new Resource(id, name, kind.arn(name), properties);
    }

    /** SAM's rule: mappings merge, lists append, plain values of the resource win. */
    private static JsonNode merge(JsonNode global, JsonNode own) {
        if (global instanceof ObjectNode globals && own instanceof ObjectNode mine) {
            ObjectNode merged = globals.deepCopy();
            mine.properties()
                    .forEach(
                            entry -> merged.set(entry.getKey(), merge(globals.path(entry.getKey()), entry.getValue())));
            return merged;
        }
        if (global instanceof ArrayNode globals && own instanceof ArrayNode mine) {
            return globals.deepCopy().addAll(mine);
        }
        return own.isMissingNode() ? global : own;
    }

    /** A resource under its physical name, its properties resolved. */
    record Resource(String id, String name, String arn, Fields properties) {}
}
