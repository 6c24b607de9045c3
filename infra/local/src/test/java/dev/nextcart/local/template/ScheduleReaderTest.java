package dev.nextcart.local.template;

import static dev.nextcart.local.template.ShopTemplate.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.template.SourceSpec.ScheduleSource;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleReaderTest {
    private static final String SWEEP = """
            Resources:
              DeadLetters: {Type: AWS::SQS::Queue}
              Lost: {Type: AWS::SQS::Queue}
              Sweep:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: function.zip
                  Handler: handler
            """;

    @Test
    void a_schedule_keeps_its_time_its_input_and_its_bounds() {
        assertEquals(
                new ScheduleSource(
                        "Daily",
                        "sweep-daily",
                        ScheduleExpression.parse("cron(0 3 * * ? *)"),
                        Optional.of("{\"day\":\"<aws.scheduler.scheduled-time>\"}"),
                        false,
                        3,
                        Duration.ofHours(2),
                        Optional.of("DeadLetters")),
                schedule(SWEEP + """
                      Events:
                        Daily:
                          Type: ScheduleV2
                          Properties:
                            Name: sweep-daily
                            Description: Every night.
                            ScheduleExpression: cron(0 3 * * ? *)
                            ScheduleExpressionTimezone: UTC
                            FlexibleTimeWindow: {Mode: 'OFF'}
                            State: DISABLED
                            Input: '{"day":"<aws.scheduler.scheduled-time>"}'
                            RetryPolicy: {MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 7200}
                            DeadLetterConfig: {Arn: !GetAtt DeadLetters.Arn}
                """));
    }

    @Test
    void without_more_it_has_the_defaults_of_aws() {
        ScheduleSource schedule = schedule(SWEEP + """
                  Events:
                    Daily: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}
            """);

        assertEquals(
                new ScheduleSource(
                        "Daily",
                        "SweepDaily",
                        ScheduleExpression.parse("rate(1 day)"),
                        Optional.empty(),
                        true,
                        185,
                        Duration.ofDays(1),
                        Optional.empty()),
                schedule);
    }

    @Test
    void what_the_function_says_of_asynchronous_events_comes_first() {
        ScheduleSource schedule = schedule(SWEEP + """
                  EventInvokeConfig:
                    MaximumRetryAttempts: 1
                    MaximumEventAgeInSeconds: 600
                    DestinationConfig: {OnFailure: {Type: SQS, Destination: !GetAtt Lost.Arn}}
                  Events:
                    Daily:
                      Type: ScheduleV2
                      Properties:
                        ScheduleExpression: rate(1 day)
                        RetryPolicy: {MaximumRetryAttempts: 3}
                        DeadLetterConfig: {Arn: !GetAtt DeadLetters.Arn}
            """);

        assertEquals(1, schedule.maximumRetryAttempts());
        assertEquals(Duration.ofMinutes(10), schedule.maximumEventAge());
        assertEquals(Optional.of("Lost"), schedule.deadLetterQueueId());
    }

    @Test
    void what_cannot_be_honoured_is_named() {
        assertProblem("ScheduleExpression", "is no rate", "{ScheduleExpression: rate(1 week)}");
        assertProblem(
                "ScheduleExpressionTimezone",
                "only UTC",
                "{ScheduleExpression: rate(1 day), ScheduleExpressionTimezone: Europe/London}");
        assertProblem(
                "FlexibleTimeWindow.Mode",
                "only OFF",
                "{ScheduleExpression: rate(1 day), FlexibleTimeWindow: {Mode: FLEXIBLE}}");
        assertProblem("EndDate", "does not know", "{ScheduleExpression: rate(1 day), EndDate: '2027-01-01T00:00:00Z'}");
    }

    private static void assertProblem(String property, String what, String properties) {
        String yaml = SWEEP + "      Events: {Daily: {Type: ScheduleV2, Properties: %s}}\n".formatted(properties);
        TemplateException problem = assertThrows(TemplateException.class, () -> TemplateReader.parse(yaml));

        String message = String.valueOf(problem.getMessage());
        assertTrue(
                message.startsWith("Sweep.Properties.Events.Daily.Properties." + property + ": ")
                        && message.contains(what),
                message);
    }

    private static ScheduleSource schedule(String yaml) {
        FunctionSpec sweep = named("Sweep", TemplateReader.parse(yaml).functions());
        return (ScheduleSource) sweep.sources().getFirst();
    }
}
