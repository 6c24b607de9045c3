package dev.nextcart.dynamodblocal;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for a starting emulator to list its tables, or says why it does not. */
record Readiness(Process process, URI endpoint, Path output) {
    /** Long enough not to load a machine that is busy starting it. */
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    /** The first request loads most of the emulator. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    /** The newest output shown in an error, in characters. */
    private static final int SHOWN_CHARS = 4_000;

    /** It checks the form of a signature, never the signature. */
    private static final String UNCHECKED_SIGNATURE = "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/"
            + "aws4_request, SignedHeaders=host, Signature=none";

    /** @throws IllegalStateException with what the process printed, once it has died or the time is up */
    void await(Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!answers()) {
            if (exitedWithin(BETWEEN_TRIES)) {
                throw dead();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(
                        "DynamoDB Local did not answer within " + timeout.toSeconds() + " s. It printed: " + printed());
            }
        }
        if (!process.isAlive()) {
            throw dead(); // Somebody else's emulator answered.
        }
    }

    private IllegalStateException dead() throws IOException {
        String printed = printed();
        String message = "DynamoDB Local ended with status " + process.exitValue() + ". It printed: " + printed;
        return printed.contains("Address already in use") || printed.contains("BindException")
                ? new PortTakenException(message)
                : new IllegalStateException(message);
    }

    private boolean exitedWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for DynamoDB Local", e);
        }
    }

    private boolean answers() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
        connection.setConnectTimeout((int) ANSWER_TIMEOUT.toMillis());
        connection.setReadTimeout((int) ANSWER_TIMEOUT.toMillis());
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
        connection.setRequestProperty("X-Amz-Target", "DynamoDB_20120810.ListTables");
        connection.setRequestProperty("Authorization", UNCHECKED_SIGNATURE);
        try {
            connection.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false; // Not yet.
        } finally {
            connection.disconnect();
        }
    }

    private String printed() throws IOException {
        String all = Files.readString(output);
        return all.substring(Math.max(0, all.length() - SHOWN_CHARS)).strip();
    }
}
