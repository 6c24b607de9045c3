package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.testkit.Events;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class DynamoDbCallTest {
    @Test
    void a_server_error_is_busy_and_says_what_was_tried() {
        StoreBusyException busy = assertThrows(
                StoreBusyException.class,
                () -> DynamoDbCall.orBusy("load profiles in profiles", () -> {
                    throw DynamoDbException.builder()
                            .message("internal")
                            .statusCode(503)
                            .build();
                }));

        assertTrue(busy.reason().startsWith("load profiles in profiles: internal"), busy::reason);
    }

    @Test
    void a_timeout_is_busy() {
        assertThrows(
                StoreBusyException.class,
                () -> DynamoDbCall.orBusy("load", () -> {
                    throw ApiCallTimeoutException.create(1_000);
                }));
    }

    @Test
    void nobody_listening_is_busy() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(nobody)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            DynamoDbProfileStore store = new DynamoDbProfileStore(
                    DynamoDbEnhancedClient.builder().dynamoDbClient(client).build(),
                    "profiles",
                    new StoreMeter(),
                    tries -> {},
                    InstantSource.system());

            StoreBusyException busy = assertThrows(StoreBusyException.class, () -> store.load(Set.of(Events.SHOPPER)));

            assertTrue(busy.reason().startsWith("load profiles in profiles: "), busy::reason);
        }
    }

    @Test
    void a_table_that_is_not_there_is_our_mistake() {
        LocalStore local = new LocalStore();
        DynamoDbProfileStore store =
                new DynamoDbProfileStore(local.client, "no-such-table", local.meter, tries -> {}, local.clock);

        assertThrows(ResourceNotFoundException.class, () -> store.load(Set.of(Events.SHOPPER)));
        assertEquals(1, local.meter.snapshot().requests());
    }
}
