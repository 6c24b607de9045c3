package dev.nextcart.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks the endpoint under test. */
final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI root;

    Caller(URI root) {
        this.root = root;
    }

    HttpResponse<String> get(String path) {
        return now(request(path).GET());
    }

    HttpResponse<String> post(String body, String... headers) {
        return now(posting(body, headers));
    }

    CompletableFuture<HttpResponse<String>> posted(String body, String... headers) {
        return client.sendAsync(posting(body, headers).build(), BodyHandlers.ofString());
    }

    /** Without a Content-Length. */
    HttpResponse<String> postChunked(byte[] body) {
        return now(request("/invocations").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    HttpResponse<String> now(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE);
    }

    private HttpRequest.Builder posting(String body, String... headers) {
        HttpRequest.Builder request = request("/invocations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        return headers.length == 0 ? request : request.headers(headers);
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + response.body(), e);
        }
    }

    /** A request with an instance for each text. */
    static String texts(String... texts) {
        StringBuilder body = new StringBuilder("{\"task\":\"sentiment\",\"instances\":[");
        for (String text : texts) {
            body.append(body.charAt(body.length() - 1) == '[' ? "" : ",")
                    .append("{\"text\":\"")
                    .append(text)
                    .append("\"}");
        }
        return body.append("]}").toString();
    }
}
