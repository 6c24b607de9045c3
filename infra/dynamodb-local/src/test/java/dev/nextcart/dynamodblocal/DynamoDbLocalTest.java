package dev.nextcart.dynamodblocal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbLocalTest {
    @Test
    void it_answers_on_loopback_until_it_is_closed() throws Exception {
        Path libraries = Path.of(System.getProperty("nextcart.dynamodb-local"));

        ProcessHandle process;
        try (DynamoDbLocal running = DynamoDbLocal.start(libraries)) {
            process = ProcessHandle.of(running.pid()).orElseThrow();
            assertEquals(
                    InetAddress.getLoopbackAddress(),
                    InetAddress.getByName(running.endpoint().getHost()));
            assertTrue(process.isAlive());
        }

        process.onExit().get(DynamoDbLocal.START_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        assertFalse(process.isAlive());
    }

    @Test
    void a_process_that_dies_is_reported_with_its_output(@TempDir Path empty) {
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> DynamoDbLocal.start(empty));

        assertTrue(error.toString().contains("ServerRunner"), error::toString);
    }

    @Test
    void a_missing_folder_is_reported_with_what_to_do(@TempDir Path empty) {
        IllegalStateException error =
                assertThrows(IllegalStateException.class, () -> DynamoDbLocal.start(empty.resolve("lib")));

        assertTrue(error.toString().contains("build infra/dynamodb-local first"), error::toString);
    }
}
