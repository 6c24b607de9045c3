package dev.nextcart.local.template;

import static dev.nextcart.local.template.ShopTemplate.each;
import static dev.nextcart.local.template.ShopTemplate.referred;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every function says of itself, its own or through Globals. */
class FunctionRulesTest {
    private static final String PACKAGE = "functions/target/deploy/function.zip";

    private static final Rule WHOLE = (template, broken) -> {
        Map<String, String> roles = new HashMap<>();
        Map<String, String> logs = new HashMap<>();
        template.functions().forEach((id, function) -> {
            if (roles.put(referred(function.path("Role")), id) != null
                    || referred(function.path("Role")).isEmpty()) {
                broken.accept(id, "has no role of its own");
            }
            String group = referred(function.path("LoggingConfig").path("LogGroup"));
            if (logs.put(group, id) != null || group.isEmpty()) {
                broken.accept(id, "has no log group of its own, so Lambda makes one that never ends");
            }
            if (!function.path("Timeout").isNumber()
                    || function.path("MemorySize").isMissingNode()) {
                broken.accept(id, "says no timeout or no memory");
            }
            if (!function.path("CodeUri").asText().equals(PACKAGE)) {
                broken.accept(id, "must name " + PACKAGE + ": 'aws cloudformation package' would zip the whole folder");
            }
        });
    };

    private static final Rule BOUNDED =
            (template, broken) -> template.functions().forEach((id, function) -> {
                boolean reserves =
                        !function.path("ReservedConcurrentExecutions").isMissingNode();
                function.path("Events").properties().forEach(event -> {
                    JsonNode source = event.getValue().path("Properties");
                    boolean bounded = switch (event.getValue().path("Type").asText()) {
                        case "SQS" -> source.path("ScalingConfig").has("MaximumConcurrency");
                        // One batch a shard, times this.
                        case "Kinesis", "DynamoDB" -> source.has("ParallelizationFactor");
                        default -> reserves;
                    };
                    if (!bounded) {
                        broken.accept(id, event.getKey() + " may take all of the account's concurrency");
                    }
                });
                if (!reserves) {
                    broken.accept(id, "reserves nothing where ReserveConcurrency asks for it");
                }
            });

    private static final Rule SNAP_START =
            (template, broken) -> template.functions().forEach((id, function) -> {
                if (!referred(function.path("Runtime")).equals("Runtime")) {
                    broken.accept(id, "has a runtime of its own, and one package is for all");
                }
                JsonNode choice = function.path("SnapStart").path("Fn::If");
                if (!choice.path(0).asText().equals("IsJvm")
                        || !choice.path(1).path("ApplyOn").asText().equals("PublishedVersions")
                        || !referred(choice.path(2)).equals("AWS::NoValue")) {
                    broken.accept(id, "has no SnapStart just when it runs on the JVM");
                }
                if (!function.path("AutoPublishAlias").isTextual()
                        || !function.path("AutoPublishAliasAllProperties").asBoolean()) {
                    broken.accept(id, "publishes no version with every change");
                }
            });

    private static final Rule TABLES_AS_TOLD = (template, broken) -> {
        JsonNode global = template.tree().path("Globals").path("Function");
        template.propertiesOf("AWS::Serverless::Function").forEach((id, function) -> {
            Set<String> told = tablesOf(global);
            told.addAll(tablesOf(function));
            Set<String> granted = new TreeSet<>();
            template.properties(referred(function.path("Role"))).path("Policies").findValues("Statement").stream()
                    .flatMap(ShopTemplate::each)
                    .filter(statement -> statement.path("Action").toString().contains("dynamodb:"))
                    .flatMap(statement -> each(statement.path("Resource")))
                    .forEach(resource -> granted.add(tableOf(resource)));
            // Globals tell every function of tables that not every one needs.
            if (!told.containsAll(granted) || !granted.containsAll(tablesOf(function))) {
                broken.accept(id, "may touch " + granted + " and is told of " + told);
            }
        });
    };

    @Test
    void every_function_has_a_role_and_a_log_of_its_own_and_says_how_much_it_needs() {
        WHOLE.isKeptBy(TemplateTree.shop());

        WHOLE.isBrokenBy(
                TemplateTree.shop().withProperty("!GetAtt OrderEventsRole.Arn", "ReviewEventsFunction", "Role"),
                "ReviewEventsFunction");
        WHOLE.isBrokenBy(
                TemplateTree.shop().withoutProperty("ReviewEventsFunction", "LoggingConfig"), "ReviewEventsFunction");
        WHOLE.isBrokenBy(
                TemplateTree.shop().withoutProperty("ReviewEventsFunction", "CodeUri"), "ReviewEventsFunction");
        WHOLE.isBrokenBy(TemplateTree.shop().without("Globals", "Function", "Timeout"), "ReviewEventsFunction");
    }

    @Test
    void no_source_takes_all_of_the_accounts_concurrency() {
        BOUNDED.isKeptBy(TemplateTree.shop());

        BOUNDED.isBrokenBy(
                TemplateTree.shop()
                        .withoutProperty("OrderEventsFunction", "Events", "Orders", "Properties", "ScalingConfig"),
                "OrderEventsFunction");
        BOUNDED.isBrokenBy(
                TemplateTree.shop().withoutProperty("OrderEventsFunction", "ReservedConcurrentExecutions"),
                "OrderEventsFunction");
    }

    @Test
    void a_jvm_function_starts_from_a_snapshot_and_a_native_one_needs_none() {
        SNAP_START.isKeptBy(TemplateTree.shop());

        SNAP_START.isBrokenBy(TemplateTree.shop().without("Globals", "Function", "SnapStart"), "OrderEventsFunction");
        SNAP_START.isBrokenBy(
                TemplateTree.shop().without("Globals", "Function", "AutoPublishAlias"), "OrderEventsFunction");
        SNAP_START.isBrokenBy(
                TemplateTree.shop().withProperty("java25", "OrderEventsFunction", "Runtime"), "OrderEventsFunction");
    }

    @Test
    void a_function_may_touch_the_tables_it_is_told_of_and_no_others() {
        TABLES_AS_TOLD.isKeptBy(TemplateTree.shop());

        TABLES_AS_TOLD.isBrokenBy(
                TemplateTree.shop()
                        .withProperty(
                                "!Ref SalesTable", "ReviewEventsFunction", "Environment", "Variables", "SALES_TABLE"),
                "ReviewEventsFunction");
    }

    private static Set<String> tablesOf(JsonNode function) {
        Set<String> tables = new TreeSet<>();
        function.path("Environment").path("Variables").properties().stream()
                .filter(variable -> variable.getKey().endsWith("_TABLE"))
                .forEach(variable -> tables.add(referred(variable.getValue())));
        return tables;
    }

    /** The table behind {@code !GetAtt X.Arn}, {@code !GetAtt X.StreamArn} or {@code !Sub ${X.Arn}/index/…}. */
    private static String tableOf(JsonNode resource) {
        String direct = referred(resource);
        return direct.isEmpty()
                ? resource.path("Fn::Sub").asText().replaceAll("^\\$\\{(\\w+)\\.Arn}.*$", "$1")
                : direct;
    }
}
