package dev.nextcart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nextcart.local.template.QueueSpec.Redrive;
import dev.nextcart.local.template.TemplateReader.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what carries events: buses, rules, queues and streams. */
final class PlumbingReader {
    // CloudFormation's defaults.
    private static final int VISIBILITY_SECONDS = 30;
    private static final int QUEUE_RETENTION_SECONDS = 345_600;
    private static final int STREAM_RETENTION_HOURS = 24;

    private PlumbingReader() {}

    static String bus(Resource bus) {
        bus.properties().ofNoConsequenceHere("Name", "Description", "Tags", "KmsKeyIdentifier", "LogConfig");
        bus.properties().done();
        return bus.name();
    }

    static RuleSpec rule(Resource rule, Scope scope) {
        Fields fields = rule.properties();
        fields.ofNoConsequenceHere("Name", "Description", "Tags");
        fields.oneOf("State", "ENABLED");
        String bus = scope.idOf(ResourceKind.BUS, fields.text("EventBusName"), fields.at("EventBusName"));
        JsonNode pattern = fields.json("EventPattern");
        List<String> queues = new ArrayList<>();
        List<String> archives = new ArrayList<>();
        for (Fields target : fields.objects("Targets")) {
            // The local bus hands over at once, so there is nothing to retry or to give up.
            target.ofNoConsequenceHere("Id", "RetryPolicy", "DeadLetterConfig", "RoleArn");
            if (scope.isA(ResourceKind.DELIVERY_STREAM, target.text("Arn"), target.at("Arn"))) {
                archives.add(archive(target, scope));
            } else {
                queues.add(scope.idOf(ResourceKind.QUEUE, target.text("Arn"), target.at("Arn")));
            }
            target.done();
        }
        fields.done();
        return new RuleSpec(rule.id(), bus, pattern, List.copyOf(queues), List.copyOf(archives));
    }

    /** The archive holds bare events; whole envelopes nobody would read. */
    private static String archive(Fields target, Scope scope) {
        if (!target.text("InputPath").equals("$.detail")) {
            throw new TemplateException(target.at("InputPath"), "the archive is to get $.detail");
        }
        return scope.idOf(ResourceKind.DELIVERY_STREAM, target.text("Arn"), target.at("Arn"));
    }

    static QueueSpec queue(Resource queue, Scope scope) {
        Fields fields = queue.properties();
        fields.ofNoConsequenceHere(
                "QueueName",
                "SqsManagedSseEnabled",
                "KmsMasterKeyId",
                "KmsDataKeyReusePeriodSeconds",
                "Tags",
                "RedriveAllowPolicy");
        fields.oneOf("FifoQueue", "false");
        Duration visibility = fields.seconds("VisibilityTimeout", VISIBILITY_SECONDS);
        Duration retention = fields.seconds("MessageRetentionPeriod", QUEUE_RETENTION_SECONDS);
        Optional<Redrive> redrive = fields.findObject("RedrivePolicy").map(policy -> redrive(policy, scope));
        fields.done();
        return new QueueSpec(queue.id(), queue.name(), queue.arn(), visibility, retention, redrive);
    }

    private static Redrive redrive(Fields policy, Scope scope) {
        String target = "deadLetterTargetArn";
        String queue = scope.idOf(ResourceKind.QUEUE, policy.text(target), policy.at(target));
        Redrive redrive = new Redrive(queue, policy.integer("maxReceiveCount"));
        policy.done();
        return redrive;
    }

    static StreamSpec stream(Resource stream) {
        Fields fields = stream.properties();
        fields.ofNoConsequenceHere("Name", "StreamEncryption", "Tags");
        fields.findObject("StreamModeDetails").ifPresent(mode -> {
            mode.oneOf("StreamMode", "PROVISIONED");
            mode.done();
        });
        int shards = fields.integer("ShardCount", 1);
        if (shards < 1) {
            throw new TemplateException(fields.at("ShardCount"), shards + " is not at least 1");
        }
        Duration retention = Duration.ofHours(fields.integer("RetentionPeriodHours", STREAM_RETENTION_HOURS));
        fields.done();
        return new StreamSpec(stream.id(), stream.name(), stream.arn(), shards, retention);
    }
}
