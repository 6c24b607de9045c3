package dev.nextcart.local.template;

import static dev.nextcart.local.template.ShopTemplate.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.template.SourceSpec.QueueSource;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateReaderTest {
    @Test
    void the_shops_template_reads_whole() {
        CloudTemplate cloud = TemplateReader.read(ShopTemplate.FILE);

        assertEquals(
                Set.of(
                        "OrderEventsFunction",
                        "ReviewEventsFunction",
                        "CatalogueEventsFunction",
                        "ClickstreamEventsFunction"),
                cloud.functions().keySet());
        assertEquals("nextcart-shop", named("ShopBus", cloud.busNames()));
        assertEquals(
                List.of("OrdersQueue"),
                named("UnknownEventsRule", cloud.rules()).queueIds());
        assertEquals(2, named("ClicksStream", cloud.streams()).shards());
        assertEquals(
                Optional.of("expiresAt"),
                named("RefusedEventsTable", cloud.tables()).timeToLiveAttribute());
        assertEquals(
                Optional.of(new TableSpec.Key("line", "S")),
                named("SalesTable", cloud.tables()).sortKey());
    }

    @Test
    void globals_and_the_functions_own_settings_merge() {
        FunctionSpec orders = named(
                "OrderEventsFunction", TemplateReader.read(ShopTemplate.FILE).functions());

        assertEquals("nextcart-order-events", orders.name());
        assertEquals("arn:aws:lambda:us-east-1:000000000000:function:nextcart-order-events", orders.arn());
        assertEquals(Duration.ofSeconds(30), orders.timeout());
        assertEquals("nextcart-profiles", orders.environment().get("PROFILES_TABLE"));
        assertEquals("nextcart-refused-events", orders.environment().get("REFUSED_EVENTS_TABLE"), "of Globals");
        assertEquals("nextcart-sales", orders.environment().get("SALES_TABLE"));
        assertEquals("functions/target/function.zip", orders.codeUri());
        assertEquals(
                List.of(new QueueSource("Orders", "OrdersQueue", 100, Duration.ofSeconds(1), true, 10)),
                orders.sources());
    }

    @Test
    void a_stream_source_keeps_its_bounds() {
        FunctionSpec clicks = named(
                "ClickstreamEventsFunction",
                TemplateReader.read(ShopTemplate.FILE).functions());

        assertEquals(
                List.of(new StreamSource(
                        "Clicks",
                        "ClicksStream",
                        100,
                        Duration.ofSeconds(1),
                        true,
                        "TRIM_HORIZON",
                        100,
                        Duration.ofDays(1),
                        true,
                        2,
                        "ClicksFailuresQueue")),
                clicks.sources());
    }

    @Test
    void an_unknown_resource_type_is_named() {
        assertProblem("Topic.Type", "AWS::SNS::Topic", """
                Resources:
                  Topic:
                    Type: AWS::SNS::Topic
                """);
    }

    @Test
    void an_unknown_property_is_named() {
        assertProblem("Orders.Properties.DelaySeconds", "does not know this property", """
                Resources:
                  Orders:
                    Type: AWS::SQS::Queue
                    Properties:
                      DelaySeconds: 5
                """);
    }

    @Test
    void an_unknown_nested_property_is_named() {
        assertProblem("Orders.Properties.RedrivePolicy.maxReceives", "does not know this property", """
                Resources:
                  Orders:
                    Type: AWS::SQS::Queue
                    Properties:
                      RedrivePolicy: {deadLetterTargetArn: !GetAtt Orders.Arn, maxReceiveCount: 3, maxReceives: 3}
                """);
    }

    @Test
    void a_reference_to_nothing_is_named_even_where_the_local_cloud_would_not_look() {
        assertProblem("Orders.Properties.Tags[0].Value", "refers to Nowhere", """
                Resources:
                  Orders:
                    Type: AWS::SQS::Queue
                    Properties:
                      Tags: [{Key: of, Value: !Ref Nowhere}]
                """);
    }

    @Test
    void a_queue_that_is_a_stream_is_named() {
        assertProblem("Rule.Properties.Targets[0].Arn", "is no AWS::SQS::Queue of this template", """
                Resources:
                  Bus: {Type: AWS::Events::EventBus, Properties: {Name: shop}}
                  Clicks: {Type: AWS::Kinesis::Stream}
                  Rule:
                    Type: AWS::Events::Rule
                    Properties:
                      EventBusName: !Ref Bus
                      EventPattern: {source: [shop]}
                      Targets: [{Id: clicks, Arn: !GetAtt Clicks.Arn}]
                """);
    }

    @Test
    void an_alias_is_refused_because_cloudformation_refuses_it() {
        assertProblem("template, line 2", "alias", """
                Metadata:
                  One: &one {a: b}
                  Two: *one
                Resources: {}
                """);
    }

    @Test
    void an_unknown_function_is_named() {
        assertProblem("Orders.Properties.QueueName", "Fn::FindInMap", """
                Resources:
                  Orders:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !FindInMap [a, b, c]
                """);
    }

    @Test
    void a_name_made_of_itself_is_an_error() {
        assertProblem("Orders.Properties.QueueName", "depends on itself", """
                Resources:
                  Orders:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !Sub "${Orders.Arn}-2"
                """);
    }

    @Test
    void conditions_joins_and_substitutions_are_carried_out() {
        CloudTemplate cloud = TemplateReader.parse("""
                Parameters:
                  Stage: {Type: String, Default: test}
                Conditions:
                  Live: !Not [!Equals [!Ref Stage, test]]
                Resources:
                  Orders:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !Join ["-", [!Ref Stage, !Sub ["${what}${!kept}", {what: orders}]]]
                      VisibilityTimeout: !If [Live, 600, !Ref AWS::NoValue]
                """);

        QueueSpec orders = named("Orders", cloud.queues());
        assertEquals("test-orders${kept}", orders.name());
        assertEquals(Duration.ofSeconds(30), orders.visibilityTimeout());
    }

    private static void assertProblem(String where, String what, String yaml) {
        TemplateException problem = assertThrows(TemplateException.class, () -> TemplateReader.parse(yaml));
        String message = String.valueOf(problem.getMessage());
        assertTrue(message.startsWith(where + ": ") && message.contains(what), message);
    }
}
