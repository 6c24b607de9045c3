package dev.nextcart.dynamodblocal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running DynamoDB Local: in memory, one set of tables for all credentials and regions, gone when closed or when
 * this JVM ends.
 */
public final class DynamoDbLocal implements AutoCloseable {
    /** Starting takes 2 s on two idle cores; a machine busy with a build may be twenty times slower. */
    static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    /** It keeps nothing, so there is little to wait for. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    /** Between finding a free port and opening it somebody else may take it. */
    private static final int PORTS_TRIED = 3;

    /** Holds some hundred thousand profiles. */
    private static final String MAX_HEAP = "-Xmx1g";

    private final Process process;
    private final URI endpoint;
    private final Thread stopAtExit;

    private DynamoDbLocal(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
        this.stopAtExit = new Thread(process::destroyForcibly, "stop-dynamodb-local");
    }

    /**
     * Starts the emulator on a free loopback port and waits until it answers.
     *
     * @param libraries folder of its jars and native libraries
     * @throws IllegalStateException when it does not start, with what it printed
     */
    public static DynamoDbLocal start(Path libraries) {
        if (!Files.isDirectory(libraries)) {
            throw new IllegalStateException("No DynamoDB Local in " + libraries
                    + ": build infra/dynamodb-local first (./mvnw -q generate-resources -pl infra/dynamodb-local)");
        }
        for (int tried = 1; ; tried++) {
            try {
                return start(libraries, freePort());
            } catch (PortTakenException e) {
                if (tried == PORTS_TRIED) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
            }
        }
    }

    /** Where it answers, on loopback. */
    public URI endpoint() {
        return endpoint;
    }

    public long pid() {
        return process.pid();
    }

    /** Ends the process and with it every table. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException e) {
            return; // The JVM is on its way down and the hook does no harm.
        }
    }

    private static DynamoDbLocal start(Path libraries, int port) {
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        try {
            Path output = Files.createTempFile("dynamodb-local-", ".log");
            Process process = new ProcessBuilder(command(libraries, port))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            DynamoDbLocal started = new DynamoDbLocal(process, endpoint);
            Runtime.getRuntime().addShutdownHook(started.stopAtExit);
            try {
                new Readiness(process, endpoint, output).await(START_TIMEOUT);
                return started;
            } catch (RuntimeException e) {
                started.close();
                throw e;
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("DynamoDB Local could not be started from " + libraries, e);
        }
    }

    private static List<String> command(Path libraries, int port) {
        Path folder = libraries.toAbsolutePath();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MAX_HEAP,
                "-cp",
                folder.resolve("*").toString(),
                "-Djava.library.path=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
                "-inMemory",
                "-sharedDb",
                "-disableTelemetry",
                "-port",
                Integer.toString(port));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on loopback for DynamoDB Local", e);
        }
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
