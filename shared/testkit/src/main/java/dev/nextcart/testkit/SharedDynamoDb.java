package dev.nextcart.testkit;

import dev.nextcart.dynamodblocal.DynamoDbLocal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The one DynamoDB Local of this test JVM, started by whoever asks first, stopped when the JVM ends. */
public final class SharedDynamoDb {
    /** Where {@code infra/dynamodb-local} laid the emulator's libraries; the parent pom sets it for all tests. */
    private static final String LIBRARIES = "nextcart.dynamodb-local";

    private SharedDynamoDb() {}

    private static final class Running {
        static final DynamoDbLocal DYNAMO_DB = DynamoDbLocal.start(Path.of(libraries()));

        private static String libraries() {
            String folder = System.getProperty(LIBRARIES);
            if (folder == null) {
                throw new IllegalStateException(
                        "Set -D" + LIBRARIES + " to infra/dynamodb-local/target/lib (after building that module)");
            }
            return folder;
        }
    }

    public static URI endpoint() {
        return Running.DYNAMO_DB.endpoint();
    }

    /** A client of it; {@code interceptors} may break its calls. */
    public static DynamoDbClient client(ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(overrides -> overrides.executionInterceptors(List.of(interceptors)))
                .build();
    }
}
