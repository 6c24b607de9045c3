package dev.nextcart.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AccessTest.WithToken.class)
@QuarkusTestResource(StubRegistry.class)
class AccessTest {
    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI root;

    public static final class WithToken implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("nextcart.endpoint.token", "open sesame");
        }
    }

    @Test
    void nobody_asks_without_the_token() {
        Caller caller = new Caller(root);

        assertEquals(401, caller.post(Caller.texts("a")).statusCode());
        assertEquals(
                401,
                caller.post(Caller.texts("a"), "Authorization", "Bearer open").statusCode());
        assertEquals(401, caller.get("/models").statusCode());
        assertEquals(401, caller.get("/metrics").statusCode());
        assertEquals(401, caller.get("/nowhere").statusCode());
        assertEquals(
                200,
                caller.post(Caller.texts("a"), "Authorization", "Bearer open sesame")
                        .statusCode());
        assertEquals(200, caller.get("/ping").statusCode());
    }

    @Test
    void without_a_token_everybody_may_ask_and_a_blank_one_is_a_mistake() {
        assertTrue(new Access(Optional.empty()).permits(null));
        assertFalse(new Access(Optional.of("secret")).permits("Basic secret"));
        assertThrows(IllegalArgumentException.class, () -> new Access(Optional.of(" ")));
    }
}
