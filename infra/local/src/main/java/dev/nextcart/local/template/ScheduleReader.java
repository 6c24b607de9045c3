package dev.nextcart.local.template;

import dev.nextcart.local.template.SourceSpec.ScheduleSource;
import dev.nextcart.local.template.TemplateReader.Resource;
import java.time.Duration;
import java.util.Optional;

/** Reads the schedules of a function, SAM's {@code ScheduleV2}, and what the function says of asynchronous events. */
final class ScheduleReader {
    // EventBridge Scheduler's defaults.
    private static final int RETRIES = 185;
    private static final int AGE_SECONDS = 86_400;

    private final String functionId;
    private final Scope scope;
    private final Optional<Integer> retries;
    private final Optional<Duration> age;
    private final Optional<String> destination;

    private ScheduleReader(
            String functionId,
            Scope scope,
            Optional<Integer> retries,
            Optional<Duration> age,
            Optional<String> destination) {
        this.functionId = functionId;
        this.scope = scope;
        this.retries = retries;
        this.age = age;
        this.destination = destination;
    }

    /** Reads the function's {@code EventInvokeConfig}: where it says something, a schedule's own policy yields to it. */
    static ScheduleReader of(Resource function, Scope scope) {
        Optional<Fields> config = function.properties().findObject("EventInvokeConfig");
        Optional<Integer> retries = config.filter(
                        fields -> fields.find("MaximumRetryAttempts").isPresent())
                .map(fields -> fields.integer("MaximumRetryAttempts"));
        Optional<Duration> age = config.filter(
                        fields -> fields.find("MaximumEventAgeInSeconds").isPresent())
                .map(fields -> Duration.ofSeconds(fields.integer("MaximumEventAgeInSeconds")));
        Optional<String> destination = config.flatMap(fields -> fields.findObject("DestinationConfig"))
                .map(destinations -> {
                    Fields onFailure = destinations.object("OnFailure");
                    onFailure.oneOf("Type", "SQS");
                    String queue = queue(scope, onFailure, "Destination");
                    onFailure.done();
                    destinations.done();
                    return queue;
                });
        config.ifPresent(Fields::done);
        return new ScheduleReader(function.id(), scope, retries, age, destination);
    }

    ScheduleSource schedule(String id, Fields source) {
        source.ofNoConsequenceHere(
                "Description", "GroupName", "OmitName", "RoleArn", "PermissionsBoundary", "KmsKeyArn");
        source.oneOf("State", "ENABLED", "DISABLED");
        source.oneOf("ScheduleExpressionTimezone", "UTC");
        source.findObject("FlexibleTimeWindow").ifPresent(window -> {
            window.oneOf("Mode", "OFF");
            window.done();
        });
        Optional<Fields> policy = source.findObject("RetryPolicy");
        int ownRetries = policy.map(fields -> fields.integer("MaximumRetryAttempts", RETRIES))
                .orElse(RETRIES);
        Duration ownAge = policy.map(fields -> fields.seconds("MaximumEventAgeInSeconds", AGE_SECONDS))
                .orElse(Duration.ofSeconds(AGE_SECONDS));
        policy.ifPresent(Fields::done);
        Optional<String> ownDeadLetters = deadLetters(source);
        return new ScheduleSource(
                id,
                source.findText("Name").orElse(functionId + id),
                expression(source),
                source.findText("Input"),
                source.findText("State").orElse("ENABLED").equals("ENABLED"),
                retries.orElse(ownRetries),
                age.orElse(ownAge),
                destination.or(() -> ownDeadLetters));
    }

    private Optional<String> deadLetters(Fields source) {
        return source.findObject("DeadLetterConfig").map(config -> {
            String queue = queue(scope, config, "Arn");
            config.done();
            return queue;
        });
    }

    private static String queue(Scope scope, Fields fields, String property) {
        return scope.idOf(ResourceKind.QUEUE, fields.text(property), fields.at(property));
    }

    private static ScheduleExpression expression(Fields source) {
        try {
            return ScheduleExpression.parse(source.text("ScheduleExpression"));
        } catch (IllegalArgumentException e) {
            throw new TemplateException(source.at("ScheduleExpression"), String.valueOf(e.getMessage()));
        }
    }
}
