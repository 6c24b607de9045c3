package dev.nextcart.local.template;

import static dev.nextcart.local.template.ShopTemplate.each;
import static dev.nextcart.local.template.ShopTemplate.referred;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What feeds a function or a queue tries again within bounds, and puts what it gives up where somebody finds it. */
class SourceRulesTest {
    private static final int SIX_TIMES_THE_FUNCTIONS_TIMEOUT = 6;
    /** Lambda's advice for a queue that feeds a function. */
    private static final int FEWEST_RECEIVES = 5;

    private static final Rule BOUNDED = (template, broken) -> template.functions()
            .forEach((id, function) -> function.path("Events")
                    .properties()
                    .forEach(event -> source(id + "/" + event.getKey(), event.getValue(), template, broken)));

    private static final Rule SCHEDULES_GIVE_UP_SOMEWHERE = (template, broken) -> {
        template.functions().forEach((id, function) -> {
            boolean scheduled = function.path("Events").properties().stream()
                    .anyMatch(event -> event.getValue().path("Type").asText().startsWith("Schedule"));
            // Scheduler hands over and goes: what becomes of the invocation is Lambda's business from there on.
            if (scheduled) {
                asynchronous(id, function.path("EventInvokeConfig"), broken);
            }
        });
        template.propertiesOf("AWS::Scheduler::Schedule")
                .forEach((id, schedule) -> delivered(id, schedule.path("Target"), broken));
    };

    private static final Rule RULES_GIVE_UP_SOMEWHERE = (template, broken) -> template.propertiesOf("AWS::Events::Rule")
            .forEach((id, rule) -> rule.path("Targets").forEach(target -> delivered(id, target, broken)));

    private static final Rule PATIENT = (template, broken) -> {
        template.functions()
                .forEach((id, function) -> function.path("Events").forEach(event -> {
                    JsonNode source = event.path("Properties");
                    if (event.path("Type").asText().equals("SQS")) {
                        JsonNode queue = template.properties(referred(source.path("Queue")));
                        Duration hidden = Duration.ofSeconds(
                                queue.path("VisibilityTimeout").asLong());
                        Duration needed = Duration.ofSeconds(
                                        function.path("Timeout").asLong())
                                .multipliedBy(SIX_TIMES_THE_FUNCTIONS_TIMEOUT)
                                .plusSeconds(source.path("MaximumBatchingWindowInSeconds")
                                        .asLong());
                        if (hidden.compareTo(needed) < 0) {
                            broken.accept(id, "needs its messages hidden for " + needed + ", not " + hidden);
                        }
                    }
                }));
    };

    private static void source(String id, JsonNode event, TemplateTree template, BiConsumer<String, String> broken) {
        JsonNode source = event.path("Properties");
        switch (event.path("Type").asText()) {
            case "SQS" -> {
                JsonNode queue = template.properties(referred(source.path("Queue")));
                if (queue.path("RedrivePolicy").path("maxReceiveCount").asInt() < FEWEST_RECEIVES) {
                    broken.accept(id, "has a queue that gives up too soon, or never");
                }
                reportsItems(id, source, broken);
            }
            case "Kinesis", "DynamoDB" -> {
                if (!source.path("MaximumRetryAttempts").isNumber()
                        || !source.path("MaximumRecordAgeInSeconds").isNumber()) {
                    broken.accept(id, "may hold up its shard for ever");
                }
                if (referred(source.path("DestinationConfig").path("OnFailure").path("Destination"))
                        .isEmpty()) {
                    broken.accept(id, "loses what it gives up");
                }
                if (!source.path("BisectBatchOnFunctionError").asBoolean()) {
                    broken.accept(id, "lets one record spoil a batch");
                }
                reportsItems(id, source, broken);
            }
            case "Schedule", "ScheduleV2" -> delivered(id, source, broken);
            default -> broken.accept(id, "is a source this rule does not know; teach it");
        }
    }

    private static void reportsItems(String id, JsonNode source, BiConsumer<String, String> broken) {
        if (each(source.path("FunctionResponseTypes"))
                .noneMatch(type -> type.asText().equals("ReportBatchItemFailures"))) {
            broken.accept(id, "takes no report of what failed");
        }
    }

    /** A target of EventBridge, or a schedule. */
    private static void delivered(String id, JsonNode target, BiConsumer<String, String> broken) {
        if (!target.path("RetryPolicy").path("MaximumRetryAttempts").isNumber()
                || !target.path("RetryPolicy").path("MaximumEventAgeInSeconds").isNumber()) {
            broken.accept(id, "says nothing of retries and age");
        }
        if (referred(target.path("DeadLetterConfig").path("Arn")).isEmpty()) {
            broken.accept(id, "loses what it cannot deliver");
        }
    }

    private static void asynchronous(String id, JsonNode config, BiConsumer<String, String> broken) {
        if (!config.path("MaximumRetryAttempts").isNumber()
                || !config.path("MaximumEventAgeInSeconds").isNumber()) {
            broken.accept(id, "is invoked by a schedule and says nothing of retries and age");
        }
        if (referred(config.path("DestinationConfig").path("OnFailure").path("Destination"))
                .isEmpty()) {
            broken.accept(id, "is invoked by a schedule and loses what fails");
        }
    }

    @Test
    void every_source_has_a_bound_on_its_retries_and_a_place_for_what_it_gives_up() {
        BOUNDED.isKeptBy(TemplateTree.shop());

        BOUNDED.isBrokenBy(
                TemplateTree.shop().withoutProperty("ReviewsQueue", "RedrivePolicy"), "ReviewEventsFunction/Reviews");
        for (String property : new String[] {
            "MaximumRetryAttempts",
            "MaximumRecordAgeInSeconds",
            "DestinationConfig",
            "BisectBatchOnFunctionError",
            "FunctionResponseTypes"
        }) {
            BOUNDED.isBrokenBy(
                    TemplateTree.shop()
                            .withoutProperty("ClickstreamEventsFunction", "Events", "Clicks", "Properties", property),
                    "ClickstreamEventsFunction/Clicks");
        }
    }

    @Test
    void every_rule_retries_within_bounds_and_gives_up_to_a_queue() {
        RULES_GIVE_UP_SOMEWHERE.isKeptBy(TemplateTree.shop());

        RULES_GIVE_UP_SOMEWHERE.isBrokenBy(
                TemplateTree.shop().withoutProperty("OrdersRule", "Targets", "0", "DeadLetterConfig"), "OrdersRule");
        RULES_GIVE_UP_SOMEWHERE.isBrokenBy(
                TemplateTree.shop().withoutProperty("OrdersRule", "Targets", "0", "RetryPolicy"), "OrdersRule");
    }

    @Test
    void every_schedule_retries_within_bounds_and_gives_up_to_a_queue() {
        SCHEDULES_GIVE_UP_SOMEWHERE.isKeptBy(TemplateTree.shop());

        String nightly = "{Nightly: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}}";
        TemplateTree careless = TemplateTree.shop().withProperty(nightly, "OrderEventsFunction", "Events");
        SCHEDULES_GIVE_UP_SOMEWHERE.isBrokenBy(careless, "OrderEventsFunction");
        BOUNDED.isBrokenBy(careless, "OrderEventsFunction/Nightly");
    }

    @Test
    void a_message_stays_hidden_for_six_timeouts_and_the_window() {
        PATIENT.isKeptBy(TemplateTree.shop());

        PATIENT.isBrokenBy(
                TemplateTree.shop().withProperty("180", "OrdersQueue", "VisibilityTimeout"), "OrderEventsFunction");
    }
}
