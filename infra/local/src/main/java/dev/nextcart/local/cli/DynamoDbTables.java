package dev.nextcart.local.cli;

import dev.nextcart.local.client.CloudFile;
import dev.nextcart.store.StoreTables;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The way into a local cloud's DynamoDB. */
final class DynamoDbTables {
    /** A page of 1 MB takes tens of milliseconds; a machine busy with everything else may take far longer. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

    private DynamoDbTables() {}

    static DynamoDbClient client(CloudFile cloud) {
        // DynamoDB Local wants credentials and looks at none.
        AwsBasicCredentials anybody = AwsBasicCredentials.create("local", "local");
        return DynamoDbClient.builder()
                .endpointOverride(cloud.dynamoDb())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(anybody))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(CALL_TIMEOUT))
                .overrideConfiguration(settings -> settings.apiCallTimeout(CALL_TIMEOUT))
                .build();
    }

    /** @throws CannotRunException when the cloud has another set of tables */
    static StoreTables names(CloudFile cloud) {
        return new StoreTables(
                name(cloud, "ProfilesTable"),
                name(cloud, "LateEventsTable"),
                name(cloud, "RefusedEventsTable"),
                name(cloud, "SalesTable"),
                name(cloud, "CatalogueTable"));
    }

    /** @param logicalId as template.yaml has it */
    private static String name(CloudFile cloud, String logicalId) {
        return Optional.ofNullable(cloud.tables().get(logicalId))
                .orElseThrow(() -> new CannotRunException("the running cloud has no " + logicalId + ", only "
                        + cloud.tables().keySet() + "; is it an older one? Stop it and start another"));
    }
}
