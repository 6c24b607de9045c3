package dev.nextcart.deploy;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A moto_server of its own on a free loopback port; moto keeps everything in memory. */
final class MotoServer implements AutoCloseable {
    /** It imports for a second or two, far longer where builders share the cores. */
    private static final int READY_SECONDS = 120;

    private final Process process;
    private final String url;

    private MotoServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Aborts the test, as skipped, where there is no moto_server. */
    static MotoServer start() throws IOException, InterruptedException, ExecutionException {
        int port = freePort();
        Process process = launch(port);
        CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(process, ready));
        try {
            ready.get(READY_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new IOException("moto_server did not say that it runs within " + READY_SECONDS + " s", e);
        }
        // By name: moto finds the template of a nested stack only where the address says "localhost".
        return new MotoServer(process, "http://localhost:" + port);
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Process launch(int port) {
        ProcessBuilder builder = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", Integer.toString(port));
        // Where there is a Docker engine moto would pull images and run the functions; the test is the same everywhere.
        builder.environment().put("DOCKER_HOST", "tcp://127.0.0.1:1");
        try {
            return builder.redirectErrorStream(true).start();
        } catch (IOException e) {
            return abort(
                    "moto_server is not on the PATH, so nobody ran deploy against it (pip install 'moto[server]')");
        }
    }

    /** Reads to the end, for a full pipe would stop the server. */
    private static void read(Process process, CompletableFuture<@Nullable Void> ready) {
        StringBuilder said = new StringBuilder();
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("Running on")) {
                    ready.complete(null);
                } else if (!ready.isDone()) {
                    said.append(line).append('\n');
                }
            }
            ready.completeExceptionally(new IOException("moto_server ended: " + said));
        } catch (IOException e) {
            ready.completeExceptionally(new UncheckedIOException(e));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
