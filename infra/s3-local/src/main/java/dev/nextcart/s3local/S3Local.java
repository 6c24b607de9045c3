package dev.nextcart.s3local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * S3 over {@link ObjectFolders}, on a free loopback port, path style: GetObject, HeadObject, PutObject (with
 * {@code If-Match} and {@code If-None-Match: *}), DeleteObject, ListObjectsV2 and HeadBucket. It asks nobody for
 * credentials. Everything else is answered {@code NotImplemented}.
 */
public final class S3Local implements AutoCloseable {
    /** What may stand in the query of a listing. */
    private static final Set<String> LISTING = Set.of(
            "list-type", "prefix", "max-keys", "continuation-token", "start-after", "encoding-type", "fetch-owner");

    private static final Set<String> BEYOND =
            Set.of("Range", "x-amz-copy-source", "x-amz-tagging", "x-amz-object-lock-mode");

    static {
        // Else every answer waits 40 ms for the other side's delayed acknowledgement. Read once by the JDK's server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ObjectFolders folders;

    private S3Local(HttpServer server, ObjectFolders folders) {
        this.server = server;
        this.folders = folders;
    }

    public static S3Local start(ObjectFolders folders) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            S3Local s3 = new S3Local(server, folders);
            server.createContext("/", s3::handle);
            server.setExecutor(s3.threads);
            server.start();
            return s3;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a port for S3", e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(S3Request.of(exchange), exchange);
            } catch (S3Exception e) {
                refuse(exchange, e);
            } catch (IOException | RuntimeException e) {
                refuse(exchange, new S3Exception(500, "InternalError", String.valueOf(e)));
            }
        }
    }

    private void answer(S3Request request, HttpExchange exchange) throws IOException {
        for (String header : BEYOND) {
            if (request.header(header).isPresent()) {
                throw S3Exception.notImplemented("the header " + header);
            }
        }
        boolean listing = request.key().isEmpty()
                && request.query().getOrDefault("list-type", "").equals("2");
        for (String parameter : request.query().keySet()) {
            if (!listing || !LISTING.contains(parameter)) {
                throw S3Exception.notImplemented("the parameter " + parameter);
            }
        }
        String what = request.method() + (request.key().isEmpty() ? " bucket" : " object");
        switch (what) {
            case "GET bucket" -> list(request, exchange, listing);
            case "HEAD bucket" -> headBucket(request, exchange);
            case "GET object" -> get(request, exchange);
            case "HEAD object" -> head(request, exchange);
            case "PUT object" -> put(request, exchange);
            case "DELETE object" -> delete(request, exchange);
            default -> throw S3Exception.notImplemented(what);
        }
    }

    private void list(S3Request request, HttpExchange exchange, boolean listing) throws IOException {
        if (!listing) {
            throw S3Exception.notImplemented("GET of a bucket but with list-type=2");
        }
        xml(exchange, 200, new Listing(folders, request.bucket(), request.query()).xml());
    }

    private void headBucket(S3Request request, HttpExchange exchange) throws IOException {
        folders.folder(request.bucket());
        exchange.sendResponseHeaders(200, -1);
    }

    private void get(S3Request request, HttpExchange exchange) throws IOException {
        Stored object = find(request);
        try (InputStream content = Files.newInputStream(object.file())) {
            describe(object, exchange);
            // Of the length that the object has now: one that was replaced meanwhile breaks the connection off.
            exchange.sendResponseHeaders(200, object.bytes() == 0 ? -1 : object.bytes());
            content.transferTo(exchange.getResponseBody());
        } catch (NoSuchFileException e) {
            throw S3Exception.noSuchKey(request.key());
        }
    }

    private void head(S3Request request, HttpExchange exchange) throws IOException {
        Stored object = find(request);
        describe(object, exchange);
        exchange.getResponseHeaders().set("Content-Length", Long.toString(object.bytes()));
        exchange.sendResponseHeaders(200, -1);
    }

    private void put(S3Request request, HttpExchange exchange) throws IOException {
        Stored object = folders.put(request.bucket(), request.key(), request.content(), request.condition());
        exchange.getResponseHeaders().set("ETag", object.etag());
        exchange.sendResponseHeaders(200, -1);
    }

    private void delete(S3Request request, HttpExchange exchange) throws IOException {
        if (request.header("If-Match").isPresent()) {
            throw S3Exception.notImplemented("a conditional delete");
        }
        folders.delete(request.bucket(), request.key());
        exchange.sendResponseHeaders(204, -1);
    }

    private Stored find(S3Request request) {
        return folders.find(request.bucket(), request.key()).orElseThrow(() -> S3Exception.noSuchKey(request.key()));
    }

    private static void describe(Stored object, HttpExchange exchange) {
        exchange.getResponseHeaders().set("ETag", object.etag());
        exchange.getResponseHeaders()
                .set(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                object.modified().atOffset(ZoneOffset.UTC)));
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    }

    private static void refuse(HttpExchange exchange, S3Exception problem) throws IOException {
        if (exchange.getResponseCode() >= 0) {
            return; // Too late: the answer has begun.
        }
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        exchange.getResponseHeaders().clear();
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(problem.status(), -1);
        } else {
            xml(
                    exchange,
                    problem.status(),
                    Xml.error(problem, exchange.getRequestURI().getPath()));
        }
    }

    private static void xml(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
