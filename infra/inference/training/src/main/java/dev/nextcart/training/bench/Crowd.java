package dev.nextcart.training.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that ask as fast as they are answered, each over a connection of its own. A socket and no HTTP library: the clients
 * share the two processors with what they measure.
 */
final class Crowd {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int OK = 200;

    private final int port;
    private final int clients;
    private final List<byte[]> requests;

    /**
     * @param bodies of requests, asked in turn
     */
    Crowd(int port, int clients, List<byte[]> bodies) {
        this.port = port;
        this.clients = clients;
        this.requests = bodies.stream().map(Crowd::request).toList();
    }

    private static byte[] request(byte[] body) {
        byte[] head =
                ("POST /invocations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    Tally ask(Duration time) throws InterruptedException, ExecutionException {
        Tally tally = new Tally();
        long until = System.nanoTime() + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Tally>> asking = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client;
                asking.add(threads.submit(() -> client(first, until)));
            }
            for (Future<Tally> each : asking) {
                tally.add(each.get());
            }
        }
        return tally;
    }

    private Tally client(int first, long until) throws IOException {
        Tally tally = new Tally();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 15);
            for (int number = first; System.nanoTime() < until; number++) {
                long begin = System.nanoTime();
                out.write(requests.get(number % requests.size()));
                out.flush();
                boolean ok = read(in);
                tally.count(System.nanoTime() - begin, ok);
            }
        }
        return tally;
    }

    /** True for 200 without an error in it. */
    private static boolean read(InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        return status.contains(" " + OK + " ") && !new String(body, StandardCharsets.ISO_8859_1).contains("\"error\"");
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new EOFException("the endpoint closed the connection");
            }
            if (each != '\r') {
                line.append((char) each);
            }
        }
        return line.toString();
    }
}
