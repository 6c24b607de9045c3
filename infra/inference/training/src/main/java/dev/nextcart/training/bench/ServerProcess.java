package dev.nextcart.training.bench;

import dev.nextcart.training.CannotRunException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code ./nextcart endpoint} on a free port, from the start until it is ready, and its end. */
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAUSE_MILLIS = 20;

    private final Process process;
    private final int port;
    private final double readySeconds;

    private ServerProcess(Process process, int port, double readySeconds) {
        this.process = process;
        this.port = port;
        this.readySeconds = readySeconds;
    }

    /**
     * @param maxBatch 1 for no batching
     */
    static ServerProcess start(Path root, Path models, int maxBatch, Path log)
            throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        root.resolve("nextcart").toString(),
                        "endpoint",
                        "--models",
                        models.toString(),
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("NEXTCART_ENDPOINT_MAX_BATCH", Integer.toString(maxBatch));
        builder.environment().remove("NEXTCART_ENDPOINT_TOKEN");
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            awaitReady(process, port, begin, log);
        } catch (CannotRunException | IOException | InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
        return new ServerProcess(process, port, (System.nanoTime() - begin) / 1e9);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(Process process, int port, long begin, Path log)
            throws IOException, InterruptedException {
        HttpRequest ping = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ping"))
                .timeout(PATIENCE)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isReady(client, ping)) {
                if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new CannotRunException("the endpoint did not get ready; see " + log);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest ping) throws InterruptedException {
        try {
            return client.send(ping, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // nobody listens yet
        }
    }

    int port() {
        return port;
    }

    double readySeconds() {
        return readySeconds;
    }

    /** Resident set, MiB; 0 where the system does not tell. */
    long residentMebibytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
