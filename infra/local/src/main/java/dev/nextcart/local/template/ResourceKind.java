package dev.nextcart.local.template;

import java.util.Arrays;
import java.util.Optional;

/** The resource types the local cloud knows, and how AWS names them. */
enum ResourceKind {
    FUNCTION("AWS::Serverless::Function", "FunctionName", "arn:aws:lambda:us-east-1:000000000000:function:%s"),
    BUS("AWS::Events::EventBus", "Name", "arn:aws:events:us-east-1:000000000000:event-bus/%s"),
    RULE("AWS::Events::Rule", "Name", "arn:aws:events:us-east-1:000000000000:rule/%s"),
    QUEUE("AWS::SQS::Queue", "QueueName", "arn:aws:sqs:us-east-1:000000000000:%s"),
    STREAM("AWS::Kinesis::Stream", "Name", "arn:aws:kinesis:us-east-1:000000000000:stream/%s"),
    TABLE("AWS::DynamoDB::Table", "TableName", "arn:aws:dynamodb:us-east-1:000000000000:table/%s"),

    BUCKET("AWS::S3::Bucket", "BucketName", "arn:aws:s3:::%s"),
    DELIVERY_STREAM(
            "AWS::KinesisFirehose::DeliveryStream",
            "DeliveryStreamName",
            "arn:aws:firehose:us-east-1:000000000000:deliverystream/%s"),

    // Known, and of no consequence here: the local cloud asks nobody for permission, encrypts nothing, logs to files
    // and leaves the watching to people.
    QUEUE_POLICY("AWS::SQS::QueuePolicy", "", ""),
    BUCKET_POLICY("AWS::S3::BucketPolicy", "", ""),
    ROLE_POLICY("AWS::IAM::RolePolicy", "PolicyName", ""),
    ROLE("AWS::IAM::Role", "RoleName", "arn:aws:iam::000000000000:role/%s"),
    LOG_GROUP("AWS::Logs::LogGroup", "LogGroupName", "arn:aws:logs:us-east-1:000000000000:log-group:%s:*"),
    LOG_STREAM("AWS::Logs::LogStream", "LogStreamName", ""),
    KEY("AWS::KMS::Key", "", "arn:aws:kms:us-east-1:000000000000:key/%s"),
    KEY_ALIAS("AWS::KMS::Alias", "AliasName", "arn:aws:kms:us-east-1:000000000000:%s"),
    SCHEDULE("AWS::Scheduler::Schedule", "Name", "arn:aws:scheduler:us-east-1:000000000000:schedule/default/%s"),
    SCHEDULE_GROUP(
            "AWS::Scheduler::ScheduleGroup", "Name", "arn:aws:scheduler:us-east-1:000000000000:schedule-group/%s"),
    ALARM("AWS::CloudWatch::Alarm", "AlarmName", "arn:aws:cloudwatch:us-east-1:000000000000:alarm:%s"),
    COMPOSITE_ALARM(
            "AWS::CloudWatch::CompositeAlarm", "AlarmName", "arn:aws:cloudwatch:us-east-1:000000000000:alarm:%s"),
    DASHBOARD("AWS::CloudWatch::Dashboard", "DashboardName", ""),
    TOPIC("AWS::SNS::Topic", "TopicName", "arn:aws:sns:us-east-1:000000000000:%s"),
    TOPIC_POLICY("AWS::SNS::TopicPolicy", "", ""),
    STACK("AWS::CloudFormation::Stack", "", "arn:aws:cloudformation:us-east-1:000000000000:stack/%s/local"),
    APPLICATION("AWS::Serverless::Application", "", "arn:aws:cloudformation:us-east-1:000000000000:stack/%s/local");

    /** DynamoDB labels a table's stream with the moment it was switched on; here, for every table, this one. */
    static final String STREAM_LABEL = "2026-01-01T00:00:00.000";

    private final String type;
    private final String nameProperty;
    private final String arnPattern;

    ResourceKind(String type, String nameProperty, String arnPattern) {
        this.type = type;
        this.nameProperty = nameProperty;
        this.arnPattern = arnPattern;
    }

    static Optional<ResourceKind> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    String type() {
        return type;
    }

    /** The property that names it; without one it takes the stack's name and its logical id. */
    String nameProperty() {
        return nameProperty;
    }

    String arn(String name) {
        return arnPattern.formatted(name);
    }

    /** What {@code Ref} gives. */
    String reference(String name) {
        return switch (this) {
            case QUEUE -> "https://sqs.us-east-1.amazonaws.com/000000000000/" + name;
            case TOPIC, STACK, APPLICATION -> arn(name);
            default -> name;
        };
    }
}
