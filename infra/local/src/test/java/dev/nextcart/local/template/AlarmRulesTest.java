package dev.nextcart.local.template;

import static dev.nextcart.local.template.ShopTemplate.referred;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What goes wrong is told to somebody, with the page that says what to do. */
class AlarmRulesTest {
    private static final Path INFRA = ShopTemplate.ROOT.resolve("infra");
    private static final Path MONITORING = INFRA.resolve("monitoring.yaml");
    private static final Path FUNCTION_ALARMS = INFRA.resolve("function-alarms.yaml");
    private static final Pattern SECTION = Pattern.compile("infra/RUNBOOK\\.md#([a-z0-9-]+)");
    /** CloudFormation's limit for each of a template's descriptions. */
    private static final int LONGEST_DESCRIPTION = 1024;

    private static final Rule TELLS = (template, broken) -> template.propertiesOf("AWS::CloudWatch::Alarm")
            .forEach((id, alarm) -> {
                if (alarm.path("AlarmActions").isEmpty()
                        || alarm.path("OKActions").isEmpty()) {
                    broken.accept(id, "tells nobody when it begins or ends");
                }
                if (alarm.path("TreatMissingData").isMissingNode()) {
                    broken.accept(id, "does not say what silence means");
                }
                if (!SECTION.matcher(alarm.path("AlarmDescription").toString()).find()) {
                    broken.accept(id, "names no section of the runbook");
                }
            });

    /** Takes the alarms' own template for the tree of template.yaml. */
    private static final Rule WATCHES_EVERY_FUNCTION = (template, broken) -> {
        Set<String> watched = TemplateTree.of(MONITORING).propertiesOf("AWS::CloudFormation::Stack").values().stream()
                .filter(stack -> stack.path("TemplateURL").asText().equals("function-alarms.yaml"))
                .map(stack -> referred(stack.path("Parameters").path("FunctionName")))
                .collect(Collectors.toSet());
        JsonNode given = template.properties("Monitoring").path("Parameters");
        template.functions().keySet().stream()
                .filter(id -> !watched.contains(id) || !referred(given.path(id)).equals(id))
                .forEach(id -> broken.accept(id, "has no alarms in monitoring.yaml"));
    };

    private static final Rule WATCHES_EVERY_DEAD_LETTER = (template, broken) -> {
        TemplateTree monitoring = TemplateTree.of(MONITORING);
        Set<String> watched = new HashSet<>();
        monitoring
                .propertiesOf("AWS::CloudFormation::Stack")
                .values()
                .forEach(stack -> watched.add(referred(stack.path("Parameters").path("DeadLetters"))));
        monitoring
                .propertiesOf("AWS::CloudWatch::Alarm")
                .values()
                .forEach(alarm ->
                        watched.add(referred(alarm.path("Dimensions").path(0).path("Value"))));
        JsonNode given = template.properties("Monitoring").path("Parameters");
        AtRestRulesTest.deadLetters(template).stream()
                .filter(id -> !watched.contains(id) || !referred(given.path(id)).equals(id))
                .forEach(id -> broken.accept(id, "may fill without anybody being told"));
    };

    private static final Rule WATCHES_THE_ARCHIVE = (template, broken) -> {
        Set<String> watched = TemplateTree.of(MONITORING).propertiesOf("AWS::CloudWatch::Alarm").values().stream()
                .map(alarm -> alarm.path("MetricName").asText() + " "
                        + referred(alarm.path("Dimensions").path(0).path("Value")))
                .collect(Collectors.toSet());
        template.ofType("AWS::KinesisFirehose::DeliveryStream").keySet().stream()
                .filter(id -> !watched.contains("DeliveryToS3.Success " + id)
                        || !watched.contains("DeliveryToS3.DataFreshness " + id))
                .forEach(id -> broken.accept(id, "may fail to deliver without anybody being told"));
    };

    @Test
    void every_alarm_tells_somebody_and_says_where_to_read_on() {
        TemplateTree.all().values().forEach(TELLS::isKeptBy);

        TemplateTree alarms = TemplateTree.of(FUNCTION_ALARMS);
        TELLS.isBrokenBy(alarms.withoutProperty("ErrorsAlarm", "AlarmActions"), "ErrorsAlarm");
        TELLS.isBrokenBy(alarms.withoutProperty("ErrorsAlarm", "TreatMissingData"), "ErrorsAlarm");
        TELLS.isBrokenBy(alarms.withProperty("Trouble", "ErrorsAlarm", "AlarmDescription"), "ErrorsAlarm");
    }

    @Test
    void the_runbook_has_a_section_for_every_alarm_and_no_other() throws IOException {
        Set<String> named = new TreeSet<>();
        for (TemplateTree template : TemplateTree.all().values()) {
            Matcher sections = SECTION.matcher(template.tree().toString());
            while (sections.find()) {
                named.add(sections.group(1));
            }
        }

        Set<String> written = Files.readAllLines(INFRA.resolve("RUNBOOK.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));

        assertFalse(named.isEmpty());
        assertEquals(named, written);
    }

    @Test
    void every_function_dead_letter_and_delivery_stream_is_watched() {
        TemplateTree shop = TemplateTree.shop();
        WATCHES_EVERY_FUNCTION.isKeptBy(shop);
        WATCHES_EVERY_DEAD_LETTER.isKeptBy(shop);
        WATCHES_THE_ARCHIVE.isKeptBy(shop);

        WATCHES_EVERY_FUNCTION.isBrokenBy(
                shop.with("{Type: AWS::Serverless::Function}", "Resources", "NewFunction"), "NewFunction");
        WATCHES_EVERY_DEAD_LETTER.isBrokenBy(
                shop.withoutProperty("Monitoring", "Parameters", "BusDeadLetters"), "BusDeadLetters");
        WATCHES_THE_ARCHIVE.isBrokenBy(
                shop.with("{Type: AWS::KinesisFirehose::DeliveryStream}", "Resources", "NewArchive"), "NewArchive");
    }

    @Test
    void an_alarm_near_the_timeout_comes_before_it() {
        TemplateTree.of(MONITORING).propertiesOf("AWS::CloudFormation::Stack").forEach((id, stack) -> {
            JsonNode parameters = stack.path("Parameters");
            long timeout = 1000L
                    * TemplateTree.shop()
                            .functions()
                            .getOrDefault(referred(parameters.path("FunctionName")), MissingNode.getInstance())
                            .path("Timeout")
                            .asLong();
            long near = parameters.path("NearTimeoutMillis").asLong();
            assertTrue(near > timeout / 2 && near < timeout, id + " is told at " + near + " ms of " + timeout);
        });
    }

    @Test
    void the_dashboard_is_json_and_all_descriptions_are_short_enough() throws IOException {
        JsonNode body = TemplateTree.of(MONITORING)
                .properties("Dashboard")
                .path("DashboardBody")
                .path("Fn::Sub");

        assertTrue(new ObjectMapper().readTree(body.asText()).path("widgets").size() > 5);
        TemplateTree.all()
                .forEach((file, template) -> template.tree()
                        .findValues("Description")
                        .forEach(text -> assertTrue(
                                text.asText().getBytes(java.nio.charset.StandardCharsets.UTF_8).length
                                        <= LONGEST_DESCRIPTION,
                                file + ": " + text)));
    }
}
