package dev.nextcart.local.template;

import static dev.nextcart.local.template.ShopTemplate.referred;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What lies somewhere is encrypted with the stack's key, kept as long as it must be, and safe from mistakes. */
class AtRestRulesTest {
    private static final String KEY = "DataKey";
    private static final int FORTNIGHT_SECONDS = 1_209_600;

    /** Where each type says which key it is encrypted with. */
    private static final Map<String, List<String>> KEY_AT = Map.of(
            "AWS::SQS::Queue", List.of("KmsMasterKeyId"),
            "AWS::Kinesis::Stream", List.of("StreamEncryption", "KeyId"),
            "AWS::DynamoDB::Table", List.of("SSESpecification", "KMSMasterKeyId"),
            "AWS::Logs::LogGroup", List.of("KmsKeyId"),
            "AWS::Events::EventBus", List.of("KmsKeyIdentifier"));

    private static final Rule ENCRYPTED = (template, broken) -> {
        KEY_AT.forEach((type, path) -> template.propertiesOf(type).forEach((id, properties) -> {
            JsonNode key = properties;
            for (String step : path) {
                key = key.path(step);
            }
            isOurs(id, key, broken);
        }));
        template.functions().forEach((id, function) -> isOurs(id, function.path("KmsKeyArn"), broken));
        template.propertiesOf("AWS::S3::Bucket")
                .forEach((id, bucket) -> isOurs(
                        id,
                        bucket.path("BucketEncryption")
                                .path("ServerSideEncryptionConfiguration")
                                .path(0)
                                .path("ServerSideEncryptionByDefault")
                                .path("KMSMasterKeyID"),
                        broken));
        template.propertiesOf("AWS::KinesisFirehose::DeliveryStream").forEach((id, stream) -> {
            // One that reads a stream keeps nothing itself: the stream is encrypted.
            if (stream.path("DeliveryStreamType").asText().equals("DirectPut")) {
                isOurs(
                        id,
                        stream.path("DeliveryStreamEncryptionConfigurationInput")
                                .path("KeyARN"),
                        broken);
            }
        });
    };

    private static final Rule QUEUES_KEEP = (template, broken) -> {
        Set<String> deadLetters = deadLetters(template);
        template.propertiesOf("AWS::SQS::Queue").forEach((id, queue) -> {
            if (queue.path("MessageRetentionPeriod").asInt() != FORTNIGHT_SECONDS) {
                broken.accept(id, "keeps its messages for less than a fortnight, the longest there is");
            }
            if (queue.path("RedrivePolicy").isMissingNode() && !deadLetters.contains(id)) {
                broken.accept(id, "has no dead-letter queue and is none");
            }
        });
    };

    private static final Rule TABLES_ARE_SAFE =
            (template, broken) -> template.ofType("AWS::DynamoDB::Table").forEach((id, table) -> {
                JsonNode properties = table.path("Properties");
                isRetained(id, table, broken);
                if (!properties.path("DeletionProtectionEnabled").asBoolean()) {
                    broken.accept(id, "can be deleted by mistake");
                }
                JsonNode recovery = properties.path("PointInTimeRecoverySpecification");
                if (!recovery.path("PointInTimeRecoveryEnabled").asBoolean()
                        || !referred(recovery.path("RecoveryPeriodInDays")).equals("RecoveryDays")) {
                    broken.accept(id, "cannot be restored to a moment of the last RecoveryDays");
                }
                if (properties.path("SSESpecification").path("SSEType").asText().isEmpty()) {
                    broken.accept(id, "says no SSEType, without which the key is not used");
                }
            });

    private static final Rule KEYS_AND_BUCKETS_STAY = (template, broken) -> {
        template.ofType("AWS::KMS::Key").forEach((id, key) -> {
            isRetained(id, key, broken);
            if (!key.path("Properties").path("EnableKeyRotation").asBoolean()) {
                broken.accept(id, "is never rotated");
            }
        });
        template.ofType("AWS::S3::Bucket").forEach((id, bucket) -> {
            isRetained(id, bucket, broken);
            JsonNode closed = bucket.path("Properties").path("PublicAccessBlockConfiguration");
            if (closed.size() != 4
                    || closed.properties().stream()
                            .anyMatch(one -> !one.getValue().asBoolean())) {
                broken.accept(id, "may be opened to the public");
            }
        });
    };

    private static final Rule LOGS_END =
            (template, broken) -> template.ofType("AWS::Logs::LogGroup").forEach((id, logs) -> {
                if (!referred(logs.path("Properties").path("RetentionInDays")).equals("LogRetentionDays")) {
                    broken.accept(id, "does not end after LogRetentionDays");
                }
                if (!logs.path("DeletionPolicy").asText().equals("Delete")) {
                    broken.accept(id, "stays behind when the stack goes");
                }
            });

    @Test
    void everything_at_rest_is_encrypted_with_the_customers_key() {
        ENCRYPTED.isKeptBy(TemplateTree.shop());

        ENCRYPTED.isBrokenBy(TemplateTree.shop().withoutProperty("OrdersQueue", "KmsMasterKeyId"), "OrdersQueue");
        ENCRYPTED.isBrokenBy(
                TemplateTree.shop().withProperty("alias/aws/kinesis", "ClicksStream", "StreamEncryption", "KeyId"),
                "ClicksStream");
        ENCRYPTED.isBrokenBy(TemplateTree.shop().withoutProperty("SalesTable", "SSESpecification"), "SalesTable");
        ENCRYPTED.isBrokenBy(TemplateTree.shop().withoutProperty("OrderEventsLogs", "KmsKeyId"), "OrderEventsLogs");
        ENCRYPTED.isBrokenBy(TemplateTree.shop().withoutProperty("ArchiveBucket", "BucketEncryption"), "ArchiveBucket");
        ENCRYPTED.isBrokenBy(
                TemplateTree.shop().withoutProperty("BusArchive", "DeliveryStreamEncryptionConfigurationInput"),
                "BusArchive");
        ENCRYPTED.isBrokenBy(TemplateTree.shop().without("Globals", "Function", "KmsKeyArn"), "OrderEventsFunction");
    }

    @Test
    void every_queue_keeps_messages_for_a_fortnight_and_has_dead_letters_or_is_them() {
        QUEUES_KEEP.isKeptBy(TemplateTree.shop());

        QUEUES_KEEP.isBrokenBy(TemplateTree.shop().withoutProperty("OrdersQueue", "RedrivePolicy"), "OrdersQueue");
        QUEUES_KEEP.isBrokenBy(
                TemplateTree.shop().withProperty("345600", "OrdersDeadLetters", "MessageRetentionPeriod"),
                "OrdersDeadLetters");
    }

    @Test
    void every_table_survives_mistakes() {
        TABLES_ARE_SAFE.isKeptBy(TemplateTree.shop());

        TABLES_ARE_SAFE.isBrokenBy(
                TemplateTree.shop().withoutProperty("ProfilesTable", "DeletionProtectionEnabled"), "ProfilesTable");
        TABLES_ARE_SAFE.isBrokenBy(
                TemplateTree.shop().withoutProperty("ProfilesTable", "PointInTimeRecoverySpecification"),
                "ProfilesTable");
        TABLES_ARE_SAFE.isBrokenBy(
                TemplateTree.shop().withoutProperty("ProfilesTable", "SSESpecification", "SSEType"), "ProfilesTable");
        TABLES_ARE_SAFE.isBrokenBy(
                TemplateTree.shop().without("Resources", "ProfilesTable", "DeletionPolicy"), "ProfilesTable");
    }

    @Test
    void keys_and_buckets_outlive_the_stack_and_are_closed() {
        KEYS_AND_BUCKETS_STAY.isKeptBy(TemplateTree.shop());

        KEYS_AND_BUCKETS_STAY.isBrokenBy(
                TemplateTree.shop().withoutProperty("DataKey", "EnableKeyRotation"), "DataKey");
        KEYS_AND_BUCKETS_STAY.isBrokenBy(
                TemplateTree.shop()
                        .withProperty("false", "ArchiveBucket", "PublicAccessBlockConfiguration", "BlockPublicPolicy"),
                "ArchiveBucket");
    }

    @Test
    void every_log_ends_and_goes_with_the_stack() {
        LOGS_END.isKeptBy(TemplateTree.shop());

        LOGS_END.isBrokenBy(
                TemplateTree.shop().withoutProperty("OrderEventsLogs", "RetentionInDays"), "OrderEventsLogs");
    }

    /** Queues that something gives up to. */
    static Set<String> deadLetters(TemplateTree template) {
        Set<String> queues = new HashSet<>();
        for (String place : List.of("deadLetterTargetArn", "DeadLetterConfig", "OnFailure", "QueueConfigurations")) {
            template.tree().findValues(place).forEach(value -> {
                queues.add(referred(value));
                queues.add(referred(value.path("Arn")));
                queues.add(referred(value.path("Destination")));
                // A bucket that tells of what was given up to it.
                queues.add(referred(value.path(0).path("Queue")));
            });
        }
        queues.retainAll(template.ofType("AWS::SQS::Queue").keySet());
        return queues;
    }

    private static void isOurs(String id, JsonNode key, BiConsumer<String, String> broken) {
        if (!referred(key).equals(KEY)) {
            broken.accept(id, "is not encrypted with " + KEY);
        }
    }

    private static void isRetained(String id, JsonNode resource, BiConsumer<String, String> broken) {
        if (!resource.path("DeletionPolicy").asText().equals("Retain")
                || !resource.path("UpdateReplacePolicy").asText().equals("Retain")) {
            broken.accept(id, "goes with the stack, or when a change replaces it");
        }
    }
}
