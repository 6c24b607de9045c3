package dev.nextcart.local.template;

import static dev.nextcart.local.template.ShopTemplate.each;
import static dev.nextcart.local.template.ShopTemplate.named;
import static dev.nextcart.local.template.ShopTemplate.ofType;
import static dev.nextcart.local.template.ShopTemplate.referred;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold of template.yaml whatever else changes in it. */
class TemplateRulesTest {
    private static final int SIX_TIMES_THE_FUNCTIONS_TIMEOUT = 6;

    @Test
    void every_source_has_a_bound_on_its_retries_and_a_place_for_what_it_gives_up() {
        CloudTemplate cloud = TemplateReader.read(ShopTemplate.FILE);

        List<SourceSpec> sources = cloud.functions().values().stream()
                .flatMap(function -> function.sources().stream())
                .toList();

        assertEquals(5, sources.size());
        for (SourceSpec source : sources) {
            switch (source) {
                case SourceSpec.QueueSource queue -> {
                    assertTrue(queue.reportsBatchItemFailures(), queue.id());
                    QueueSpec spec = named(queue.queueId(), cloud.queues());
                    assertTrue(spec.redrive().orElseThrow().maxReceiveCount() >= 5, spec.id());
                    assertTrue(spec.redrive().orElseThrow().deadLetterQueueId().endsWith("DeadLetters"));
                }
                case SourceSpec.StreamSource stream -> {
                    assertTrue(stream.reportsBatchItemFailures(), stream.id());
                    assertTrue(stream.maximumRetryAttempts() > 0, stream.id());
                    assertTrue(stream.maximumRecordAge().isPositive(), stream.id());
                    assertTrue(stream.bisectBatchOnFunctionError(), stream.id());
                    assertTrue(
                            named(stream.streamId(), cloud.streams())
                                            .retention()
                                            .compareTo(stream.maximumRecordAge())
                                    > 0,
                            "what was given up can still be read");
                }
                case SourceSpec.ScheduleSource schedule ->
                    assertTrue(schedule.deadLetterQueueId().orElseThrow().endsWith("DeadLetters"), schedule.id());
            }
        }
    }

    @Test
    void every_rule_retries_within_bounds_and_gives_up_to_a_queue() {
        for (Map.Entry<String, JsonNode> rule : ofType("AWS::Events::Rule")) {
            for (JsonNode target : rule.getValue().path("Properties").path("Targets")) {
                assertTrue(
                        target.path("RetryPolicy").path("MaximumRetryAttempts").isInt()
                                || target.path("RetryPolicy")
                                        .path("MaximumRetryAttempts")
                                        .isLong());
                assertTrue(target.path("RetryPolicy").has("MaximumEventAgeInSeconds"), rule.getKey());
                assertTrue(referred(target.path("DeadLetterConfig").path("Arn")).endsWith("DeadLetters"));
            }
        }
    }

    @Test
    void every_queue_is_encrypted_and_keeps_messages_for_a_fortnight() {
        for (Map.Entry<String, JsonNode> queue : ofType("AWS::SQS::Queue")) {
            JsonNode properties = queue.getValue().path("Properties");
            assertTrue(properties.path("SqsManagedSseEnabled").asBoolean(), queue.getKey());
            assertEquals(1_209_600, properties.path("MessageRetentionPeriod").asInt(), queue.getKey());
        }
        assertFalse(
                ShopTemplate.properties("ClicksStream").path("StreamEncryption").isMissingNode());
    }

    @Test
    void a_message_stays_hidden_for_six_timeouts_and_the_window() {
        CloudTemplate cloud = TemplateReader.read(ShopTemplate.FILE);

        cloud.functions()
                .values()
                .forEach(function -> function.sources().forEach(source -> {
                    if (source instanceof SourceSpec.QueueSource queue) {
                        QueueSpec spec = named(queue.queueId(), cloud.queues());
                        assertTrue(spec.visibilityTimeout()
                                        .compareTo(function.timeout()
                                                .multipliedBy(SIX_TIMES_THE_FUNCTIONS_TIMEOUT)
                                                .plus(queue.batchingWindow()))
                                >= 0);
                    }
                }));
    }

    @Test
    void every_table_survives_mistakes() {
        for (Map.Entry<String, JsonNode> table : ofType("AWS::DynamoDB::Table")) {
            JsonNode resource = table.getValue();
            JsonNode properties = resource.path("Properties");
            assertAll(
                    table.getKey(),
                    () -> assertEquals("Retain", resource.path("DeletionPolicy").asText()),
                    () -> assertEquals(
                            "Retain", resource.path("UpdateReplacePolicy").asText()),
                    () -> assertTrue(
                            properties.path("DeletionProtectionEnabled").asBoolean()),
                    () -> assertTrue(properties
                            .path("SSESpecification")
                            .path("SSEEnabled")
                            .asBoolean()),
                    () -> assertTrue(properties
                            .path("PointInTimeRecoverySpecification")
                            .path("PointInTimeRecoveryEnabled")
                            .asBoolean()));
        }
    }

    @Test
    void only_tracing_has_a_wildcard_and_no_role_takes_managed_policies() {
        List<String> wild = new ArrayList<>();
        for (Map.Entry<String, JsonNode> role : ofType("AWS::IAM::Role")) {
            JsonNode properties = role.getValue().path("Properties");
            assertTrue(properties.path("ManagedPolicyArns").isMissingNode(), role.getKey());
            statements(properties)
                    .filter(TemplateRulesTest::hasWildcard)
                    .forEach(statement -> wild.add(statement.path("Action").toString()));
        }

        assertEquals(Set.of("[\"xray:PutTraceSegments\",\"xray:PutTelemetryRecords\"]"), Set.copyOf(wild));
    }

    @Test
    void a_function_may_touch_the_tables_it_is_told_of_and_no_others() {
        JsonNode global = ShopTemplate.tree().path("Globals").path("Function");
        for (Map.Entry<String, JsonNode> function : ofType("AWS::Serverless::Function")) {
            JsonNode properties = function.getValue().path("Properties");
            Set<String> told = new TreeSet<>(tablesOf(global));
            told.addAll(tablesOf(properties));

            Set<String> granted = new TreeSet<>();
            statements(ShopTemplate.properties(referred(properties.path("Role"))))
                    .filter(statement -> statement.path("Action").toString().contains("dynamodb:"))
                    .forEach(statement -> granted.add(referred(statement.path("Resource"))));

            if (properties.path("Events").toString().contains("ScheduleV2")) {
                assertTrue(told.containsAll(granted), function.getKey()); // the globals tell it of more than it needs
            } else {
                assertEquals(told, granted, function.getKey());
            }
        }
    }

    @Test
    void only_its_rules_may_send_to_a_queue() {
        for (Map.Entry<String, JsonNode> policy : ofType("AWS::SQS::QueuePolicy")) {
            JsonNode document = policy.getValue().path("Properties").path("PolicyDocument");
            for (JsonNode statement : document.path("Statement")) {
                assertEquals(
                        "events.amazonaws.com",
                        statement.path("Principal").path("Service").asText());
                assertTrue(each(statement.path("Condition").path("ArnEquals").path("aws:SourceArn"))
                        .allMatch(arn -> referred(arn).endsWith("Rule")));
            }
        }
    }

    @Test
    void the_archive_is_closed_encrypted_and_keeps_nothing_that_was_erased() {
        JsonNode bucket = ShopTemplate.properties("ArchiveBucket");
        JsonNode rules = bucket.path("LifecycleConfiguration").path("Rules");
        JsonNode statement = ShopTemplate.properties("ArchiveBucketPolicy")
                .path("PolicyDocument")
                .path("Statement")
                .path(0);

        bucket.path("PublicAccessBlockConfiguration")
                .forEach(blocked -> assertTrue(blocked.asBoolean(), bucket.toString()));
        assertEquals(4, bucket.path("PublicAccessBlockConfiguration").size());
        assertTrue(bucket.path("BucketEncryption").toString().contains("aws:kms"));
        assertTrue(bucket.path("VersioningConfiguration").isMissingNode());
        assertEquals(
                1,
                rules.path(0)
                        .path("NoncurrentVersionExpiration")
                        .path("NoncurrentDays")
                        .asInt());
        assertTrue(each(rules)
                .anyMatch(rule -> rule.path("Prefix").asText().equals("aws/lambda/")
                        && rule.path("ExpirationInDays").asInt() == 14));
        assertEquals("Deny", statement.path("Effect").asText());
        assertFalse(statement
                .path("Condition")
                .path("Bool")
                .path("aws:SecureTransport")
                .asBoolean(true));
    }

    @Test
    void every_delivery_stream_writes_gzipped_lines_by_day_of_arrival() {
        CloudTemplate cloud = TemplateReader.read(ShopTemplate.FILE);

        assertEquals(
                Set.of("BusArchive", "ClicksArchive"), cloud.deliveryStreams().keySet());
        cloud.deliveryStreams().values().forEach(delivery -> {
            assertEquals("events/day=!{timestamp:yyyy-MM-dd}/", delivery.prefix());
            assertEquals(".jsonl.gz", delivery.extension());
            assertEquals(named("ArchiveBucket", cloud.bucketNames()), delivery.bucket());
        });
        assertEquals(
                Optional.of("ClicksStream"),
                named("ClicksArchive", cloud.deliveryStreams()).streamId());
        assertEquals(List.of("BusArchive"), named("ArchiveRule", cloud.rules()).deliveryStreamIds());
    }

    private static Set<String> tablesOf(JsonNode function) {
        Set<String> tables = new TreeSet<>();
        function.path("Environment").path("Variables").properties().stream()
                .filter(variable -> variable.getKey().endsWith("_TABLE"))
                .forEach(variable -> tables.add(referred(variable.getValue())));
        return tables;
    }

    private static Stream<JsonNode> statements(JsonNode role) {
        return each(role.path("Policies"))
                .flatMap(policy -> each(policy.path("PolicyDocument").path("Statement")));
    }

    private static boolean hasWildcard(JsonNode statement) {
        return Stream.concat(each(statement.path("Action")), each(statement.path("Resource")))
                .anyMatch(value -> value.toString().contains("*") && !isPartOfTheArchive(value));
    }

    /** Objects can be named by their prefix only. */
    private static boolean isPartOfTheArchive(JsonNode resource) {
        return resource.path("Fn::Sub").asText().matches("\\$\\{ArchiveBucket\\.Arn}/[a-z]+(/[a-z]+)?/\\*");
    }
}
