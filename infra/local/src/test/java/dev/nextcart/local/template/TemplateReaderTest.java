package dev.nextcart.local.template;

import static dev.nextcart.local.template.ShopTemplate.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.template.SourceSpec.QueueSource;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
                        "ClickstreamEventsFunction",
                        "ErasureFunction",
                        "ArchiveSweepFunction"),
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
        assertEquals("functions/target/deploy/function.zip", orders.codeUri());
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
                        new OnFailure.ToBucket("ArchiveBucket"),
                        List.of())),
                clicks.sources());
    }

    @Test
    void an_unknown_resource_type_is_named() {
        assertProblem("Machine.Type", "AWS::StepFunctions::StateMachine", """
                Resources:
                  Machine:
                    Type: AWS::StepFunctions::StateMachine
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

    @Test
    void a_parameter_takes_the_value_it_is_given() {
        String yaml = """
                Parameters:
                  Runtime: {Type: String, Default: native, AllowedValues: [native, jvm]}
                  Memory: {Type: Number}
                Conditions:
                  Native: !Equals [!Ref Runtime, native]
                  Jvm: !Not [!Condition Native]
                  Never: !And [!Condition Native, !Condition Jvm]
                  Always: !Or [!Condition Native, !Condition Jvm]
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: !If [Native, native.zip, jvm.zip]
                      Handler: !If [Never, nothing, handler]
                      Runtime: !If [Native, provided.al2023, java25]
                      MemorySize: !Ref Memory
                      SnapStart: !If [Jvm, {ApplyOn: PublishedVersions}, !Ref AWS::NoValue]
                      Environment:
                        Variables:
                          KEPT: !If [Always, "yes", "no"]
                          DROPPED: !If [Always, !Ref AWS::NoValue, "no"]
                """;

        FunctionSpec jvm = named(
                "Orders",
                TemplateReader.parse(yaml, Map.of("Runtime", "jvm", "Memory", "512"))
                        .functions());

        assertEquals("jvm.zip", jvm.codeUri());
        assertEquals("handler", jvm.handler());
        assertEquals(512, jvm.memoryMegabytes());
        assertEquals(Map.of("KEPT", "yes"), jvm.environment());
        assertParameterProblem("Parameters.Memory", "nobody gave it", yaml, Map.of());
        assertParameterProblem("Parameters.Runtime", "is not one of", yaml, Map.of("Runtime", "c", "Memory", "1"));
        assertParameterProblem("Parameters.Runtme", "no such parameter", yaml, Map.of("Runtme", "jvm", "Memory", "1"));
    }

    @Test
    void a_resource_or_output_whose_condition_does_not_hold_is_not_there() {
        CloudTemplate cloud = TemplateReader.parse("""
                Parameters:
                  Stage: {Type: String, Default: test}
                Conditions:
                  Live: !Equals [!Ref Stage, live]
                Resources:
                  Orders: {Type: AWS::SQS::Queue}
                  Audit: {Type: AWS::SQS::Queue, Condition: Live}
                Outputs:
                  Audit: {Condition: Live, Value: !GetAtt Audit.Arn}
                  Orders: {Value: !If [Live, !GetAtt Audit.Arn, !GetAtt Orders.Arn]}
                """);

        assertEquals(Set.of("Orders"), cloud.queues().keySet());
        assertProblem("Outputs.Audit.Value", "refers to Audit", """
                Conditions:
                  Live: !Equals [a, b]
                Resources:
                  Audit: {Type: AWS::SQS::Queue, Condition: Live}
                Outputs:
                  Audit: {Value: !GetAtt Audit.Arn}
                """);
    }

    @Test
    void a_condition_that_is_not_there_or_not_whole_is_named() {
        assertProblem("Orders.Condition", "the condition Live, which is not there", """
                Resources:
                  Orders: {Type: AWS::SQS::Queue, Condition: Live}
                """);
        assertProblem("Orders.Properties.QueueName", "two values", """
                Conditions:
                  Live: !Equals [a, a]
                Resources:
                  Orders: {Type: AWS::SQS::Queue, Properties: {QueueName: !If [Live, a]}}
                """);
        assertProblem("Conditions.Live", "no list of conditions", """
                Conditions:
                  Live: !Or []
                Resources:
                  Orders: {Type: AWS::SQS::Queue, Condition: Live}
                """);
    }

    @Test
    void what_guards_watches_and_nests_is_left_to_aws_but_its_references_must_hold() {
        String yaml = """
                Resources:
                  Key: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Version: '2012-10-17'}}}
                  Alias: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/nextcart, TargetKeyId: !Ref Key}}
                  Archive: {Type: AWS::S3::Bucket}
                  ArchivePolicy: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Archive}}
                  Alarms: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !GetAtt Key.Arn}}
                  Group: {Type: AWS::Scheduler::ScheduleGroup, Properties: {Name: nextcart}}
                  Depth: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: [!Ref Alarms]}}
                  Monitoring:
                    Type: AWS::CloudFormation::Stack
                    Properties:
                      TemplateURL: infra/monitoring.yaml
                      Parameters: {Queue: !GetAtt Orders.QueueName, Table: !GetAtt Profiles.StreamArn}
                  Orders:
                    Type: AWS::SQS::Queue
                    Properties: {KmsMasterKeyId: !Ref Key}
                  Profiles:
                    Type: AWS::DynamoDB::Table
                    Properties:
                      BillingMode: PAY_PER_REQUEST
                      AttributeDefinitions: [{AttributeName: shopperId, AttributeType: S}]
                      KeySchema: [{AttributeName: shopperId, KeyType: HASH}]
                Outputs:
                  Dashboard: {Value: !GetAtt Monitoring.Outputs.Dashboard}
                """;

        assertEquals(Set.of("Orders"), TemplateReader.parse(yaml).queues().keySet());
        assertProblem("Depth.Properties.AlarmActions[0]", "refers to Pager", yaml.replace("!Ref Alarms", "!Ref Pager"));
    }

    private static void assertProblem(String where, String what, String yaml) {
        TemplateException problem = assertThrows(TemplateException.class, () -> TemplateReader.parse(yaml));
        String message = String.valueOf(problem.getMessage());
        assertTrue(message.startsWith(where + ": ") && message.contains(what), message);
    }

    private static void assertParameterProblem(String where, String what, String yaml, Map<String, String> parameters) {
        TemplateException problem = assertThrows(TemplateException.class, () -> TemplateReader.parse(yaml, parameters));
        String message = String.valueOf(problem.getMessage());
        assertTrue(message.startsWith(where + ": ") && message.contains(what), message);
    }
}
