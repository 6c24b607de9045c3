package dev.nextcart.local.template;

import static dev.nextcart.local.template.ShopTemplate.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamSourceReaderTest {
    private static final String PREDICTIONS = """
            Resources:
              Archive: {Type: AWS::S3::Bucket}
              Failures: {Type: AWS::SQS::Queue}
              Profiles:
                Type: AWS::DynamoDB::Table
                Properties:
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
                  StreamSpecification: {StreamViewType: NEW_IMAGE}
              Predictions:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: function.zip
                  Handler: handler
                  Events:
                    Changes:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Profiles.StreamArn
                        StartingPosition: LATEST
                        MaximumRetryAttempts: 2
                        MaximumRecordAgeInSeconds: 3600
                        ParallelizationFactor: 3
                        FilterCriteria:
                          Filters:
                            - Pattern: '{"eventName":["INSERT"]}'
                            - Pattern: '{"eventName":["MODIFY"]}'
                        DestinationConfig: {OnFailure: {Type: S3, Destination: !GetAtt Archive.Arn}}
            """;

    @Test
    void a_function_may_follow_a_table() throws Exception {
        CloudTemplate cloud = TemplateReader.parse(PREDICTIONS);
        ObjectMapper json = new ObjectMapper();

        assertEquals(
                List.of(new StreamSource(
                        "Changes",
                        "Profiles",
                        100,
                        Duration.ZERO,
                        false,
                        "LATEST",
                        2,
                        Duration.ofHours(1),
                        false,
                        3,
                        new OnFailure.ToBucket("Archive"),
                        List.of(
                                json.readTree("{\"eventName\":[\"INSERT\"]}"),
                                json.readTree("{\"eventName\":[\"MODIFY\"]}")))),
                named("Predictions", cloud.functions()).sources());
        TableSpec profiles = named("Profiles", cloud.tables());
        assertEquals(Optional.of("NEW_IMAGE"), profiles.streamView());
        assertTrue(profiles.streamArn()
                .startsWith("arn:aws:dynamodb:us-east-1:000000000000:table/nextcart-Profiles/stream/"));
    }

    @Test
    void what_is_given_up_may_go_to_a_queue_too() {
        CloudTemplate cloud = TemplateReader.parse(
                PREDICTIONS.replace("S3, Destination: !GetAtt Archive", "SQS, Destination: !GetAtt Failures"));

        StreamSource source =
                (StreamSource) named("Predictions", cloud.functions()).sources().getFirst();
        assertEquals(new OnFailure.ToQueue("Failures"), source.onFailure());
    }

    @Test
    void what_is_wrong_is_named() {
        assertProblem("Stream", "no table's StreamArn", "!GetAtt Profiles.StreamArn", "!GetAtt Profiles.Arn");
        assertProblem("DestinationConfig.OnFailure.Type", "only SQS, S3", "Type: S3", "Type: SNS");
        assertProblem(
                "DestinationConfig.OnFailure.Destination",
                "is no AWS::S3::Bucket",
                "!GetAtt Archive.Arn",
                "!GetAtt Failures.Arn");
        assertProblem("FilterCriteria.Filters[0].Pattern", "is not JSON", "[\"INSERT\"]", "[INSERT]");
        assertProblem("MaximumRetryAttempts", "is missing", "MaximumRetryAttempts: 2", "Enabled: true");
    }

    private static void assertProblem(String property, String what, String good, String bad) {
        TemplateException problem =
                assertThrows(TemplateException.class, () -> TemplateReader.parse(PREDICTIONS.replace(good, bad)));

        String message = String.valueOf(problem.getMessage());
        assertTrue(
                message.startsWith("Predictions.Properties.Events.Changes.Properties." + property + ": ")
                        && message.contains(what),
                message);
    }
}
