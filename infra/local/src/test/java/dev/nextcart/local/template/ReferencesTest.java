package dev.nextcart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a template refers to is there, what it declares is used, and a nested stack gets what it asks for. */
class ReferencesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}]+)}");
    private static final String NESTED = "AWS::CloudFormation::Stack";

    private static final Rule RESOLVES = (template, broken) -> {
        Set<String> names = names(template, "Parameters", "Resources");
        Stream.of("Globals", "Resources", "Outputs", "Conditions")
                .forEach(section -> template.tree().path(section).properties().forEach(entry -> {
                    Set<String> referred = new TreeSet<>();
                    references(entry.getValue(), referred);
                    referred.removeAll(names);
                    referred.removeIf(name -> name.startsWith("AWS::"));
                    referred.forEach(
                            name -> broken.accept(entry.getKey(), "refers to " + name + ", which is not there"));
                }));
    };

    private static final Rule CONDITIONS_EXIST = (template, broken) -> {
        Set<String> conditions = names(template, "Conditions");
        Stream.of("Resources", "Conditions")
                .forEach(section -> template.tree().path(section).properties().forEach(entry -> {
                    Set<String> asked = conditions(entry.getValue());
                    asked.removeAll(conditions);
                    asked.forEach(name -> broken.accept(entry.getKey(), "asks for the condition " + name));
                }));
    };

    private static final Rule ALL_USED = (template, broken) -> {
        Set<String> used = new HashSet<>();
        references(template.tree(), used);
        names(template, "Parameters").stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> broken.accept(name, "is a parameter that changes nothing"));
        Set<String> asked = conditions(template.tree());
        names(template, "Conditions").stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> broken.accept(name, "is a condition that nobody asks for"));
    };

    /** For a template that lies in this folder. */
    private static Rule nests(Path folder) {
        return (template, broken) -> template.propertiesOf(NESTED).forEach((id, stack) -> {
            TemplateTree nested =
                    TemplateTree.of(folder.resolve(stack.path("TemplateURL").asText()));
            Set<String> given = new TreeSet<>();
            stack.path("Parameters").fieldNames().forEachRemaining(given::add);
            nested.tree().path("Parameters").properties().forEach(parameter -> {
                if (!given.remove(parameter.getKey()) && !parameter.getValue().has("Default")) {
                    broken.accept(id, "gives no " + parameter.getKey());
                }
            });
            given.forEach(name -> broken.accept(id, "gives " + name + ", which nobody asks for"));
            Set<String> outputs = names(nested, "Outputs");
            template.tree().findValues("Fn::GetAtt").stream()
                    .filter(got -> got.path(0).asText().equals(id))
                    .map(got -> got.path(1).asText().replace("Outputs.", ""))
                    .filter(output -> !outputs.contains(output))
                    .forEach(output -> broken.accept(id, "has no output " + output));
        });
    }

    @Test
    void every_reference_leads_somewhere() {
        TemplateTree.all().values().forEach(RESOLVES::isKeptBy);

        TemplateTree shop = TemplateTree.shop();
        RESOLVES.isBrokenBy(shop.withProperty("!Ref Nothing", "SalesTable", "TableName"), "SalesTable");
        RESOLVES.isBrokenBy(shop.withProperty("!GetAtt Nothing.Arn", "SalesTable", "TableName"), "SalesTable");
        RESOLVES.isBrokenBy(shop.withProperty("!Sub x${Nothing}", "SalesTable", "TableName"), "SalesTable");
        RESOLVES.isBrokenBy(shop.withProperty("!Sub x${Nothing.Arn}", "SalesTable", "TableName"), "SalesTable");
    }

    @Test
    void every_condition_is_there_and_everything_declared_is_used() {
        TemplateTree.all().values().forEach(CONDITIONS_EXIST::isKeptBy);
        TemplateTree.all().values().forEach(ALL_USED::isKeptBy);

        TemplateTree shop = TemplateTree.shop();
        CONDITIONS_EXIST.isBrokenBy(shop.withProperty("!If [Nowhere, a, b]", "SalesTable", "TableName"), "SalesTable");
        ALL_USED.isBrokenBy(shop.with("{Type: String}", "Parameters", "Unused"), "Unused");
        ALL_USED.isBrokenBy(shop.with("!Equals [a, b]", "Conditions", "Unused"), "Unused");
    }

    @Test
    void a_nested_stack_gets_what_it_asks_for_and_gives_what_is_asked() {
        for (Map.Entry<Path, TemplateTree> template : TemplateTree.all().entrySet()) {
            nests(folderOf(template.getKey())).isKeptBy(template.getValue());
        }

        Rule ours = nests(ShopTemplate.ROOT);
        TemplateTree shop = TemplateTree.shop();
        ours.isBrokenBy(shop.withoutProperty("Monitoring", "Parameters", "Service"), "Monitoring");
        ours.isBrokenBy(shop.withProperty("x", "Monitoring", "Parameters", "Unheard"), "Monitoring");
        ours.isBrokenBy(
                shop.withProperty("!GetAtt Monitoring.Outputs.Nothing", "SalesTable", "TableName"), "Monitoring");
    }

    private static Path folderOf(Path file) {
        return file.resolveSibling("");
    }

    private static void references(JsonNode node, Set<String> found) {
        node.findValuesAsText("Ref").forEach(found::add);
        node.findValues("Fn::GetAtt").forEach(got -> found.add(got.path(0).asText()));
        node.findValues("Fn::Sub").forEach(substitution -> placeholders(substitution, found));
    }

    private static void placeholders(JsonNode substitution, Set<String> found) {
        JsonNode text = substitution.isArray() ? substitution.path(0) : substitution;
        Matcher names = PLACEHOLDER.matcher(text.asText());
        while (names.find()) {
            String name = names.group(1).split("\\.", 2)[0];
            if (!substitution.path(1).has(name)) {
                found.add(name);
            }
        }
    }

    private static Set<String> conditions(JsonNode node) {
        Set<String> asked = new TreeSet<>();
        node.findValues("Fn::If").forEach(choice -> {
            asked.add(choice.path(0).asText());
            asked.addAll(conditions(choice));
        });
        node.findValues("Condition").stream().filter(JsonNode::isTextual).forEach(name -> asked.add(name.asText()));
        return asked;
    }

    private static Set<String> names(TemplateTree template, String... sections) {
        Set<String> names = new TreeSet<>();
        for (String section : List.of(sections)) {
            template.tree().path(section).fieldNames().forEachRemaining(names::add);
        }
        return names;
    }
}
