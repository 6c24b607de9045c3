package dev.nextcart.local.template;

import dev.nextcart.local.template.TableSpec.Index;
import dev.nextcart.local.template.TemplateReader.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads DynamoDB tables. */
final class TableReader {
    private TableReader() {}

    static TableSpec table(Resource table) {
        Fields fields = table.properties();
        fields.ofNoConsequenceHere(
                "TableName",
                "SSESpecification",
                "PointInTimeRecoverySpecification",
                "DeletionProtectionEnabled",
                "Tags",
                "TableClass");
        if (!fields.text("BillingMode").equals("PAY_PER_REQUEST")) {
            throw new TemplateException(fields.at("BillingMode"), "the local cloud honours only PAY_PER_REQUEST");
        }
        Map<String, String> types = types(fields);
        TableSpec spec = new TableSpec(
                table.id(),
                table.name(),
                table.arn(),
                key(fields, "HASH", types)
                        .orElseThrow(() -> new TemplateException(fields.at("KeySchema"), "has no HASH key")),
                key(fields, "RANGE", types),
                indexes(fields, types),
                timeToLive(fields),
                streamView(fields));
        fields.done();
        return spec;
    }

    private static Map<String, String> types(Fields fields) {
        Map<String, String> types = new HashMap<>();
        for (Fields attribute : fields.objects("AttributeDefinitions")) {
            types.put(attribute.text("AttributeName"), attribute.text("AttributeType"));
            attribute.done();
        }
        return types;
    }

    private static Optional<TableSpec.Key> key(Fields fields, String role, Map<String, String> types) {
        for (Fields key : fields.objects("KeySchema")) {
            String attribute = key.text("AttributeName");
            if (key.text("KeyType").equals(role)) {
                return Optional.of(new TableSpec.Key(attribute, typeOf(attribute, types, key)));
            }
        }
        return Optional.empty();
    }

    private static String typeOf(String attribute, Map<String, String> types, Fields key) {
        return Optional.ofNullable(types.get(attribute))
                .orElseThrow(() -> new TemplateException(
                        key.at("AttributeName"), attribute + " is not among the AttributeDefinitions"));
    }

    private static List<Index> indexes(Fields fields, Map<String, String> types) {
        if (fields.find("GlobalSecondaryIndexes").isEmpty()) {
            return List.of();
        }
        return fields.objects("GlobalSecondaryIndexes").stream()
                .map(index -> index(index, types))
                .toList();
    }

    private static Index index(Fields index, Map<String, String> types) {
        TableSpec.Key partition = key(index, "HASH", types)
                .orElseThrow(() -> new TemplateException(index.at("KeySchema"), "has no HASH key"));
        Fields projection = index.object("Projection");
        List<String> included = projection.find("NonKeyAttributes").isPresent()
                ? List.copyOf(projection.texts("NonKeyAttributes"))
                : List.of();
        String name = index.text("IndexName");
        Index spec =
                new Index(name, partition, key(index, "RANGE", types), projection.text("ProjectionType"), included);
        projection.done();
        index.done();
        return spec;
    }

    private static Optional<String> timeToLive(Fields fields) {
        return fields.findObject("TimeToLiveSpecification").flatMap(specification -> {
            boolean enabled = specification.flag("Enabled", false);
            Optional<String> attribute = specification.findText("AttributeName");
            specification.done();
            return enabled ? attribute : Optional.empty();
        });
    }

    private static Optional<String> streamView(Fields fields) {
        return fields.findObject("StreamSpecification").map(specification -> {
            specification.ofNoConsequenceHere("ResourcePolicy");
            specification.oneOf("StreamViewType", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY");
            String view = specification.text("StreamViewType");
            specification.done();
            return view;
        });
    }
}
