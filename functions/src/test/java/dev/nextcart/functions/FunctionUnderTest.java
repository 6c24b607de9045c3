package dev.nextcart.functions;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The function that runs in this test, reached as Lambda reaches it: JSON in, JSON out, over the Runtime API. */
final class FunctionUnderTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Path EVENTS = Path.of(System.getProperty("nextcart.root"), "events");

    private FunctionUnderTest() {}

    /** An envelope of {@code events/}, by path. */
    static String envelope(String file) throws IOException {
        return Files.readString(EVENTS.resolve(file));
    }

    /** What the function answers. */
    static String invoke(String event) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:8081/"))
                .timeout(TIMEOUT)
                .POST(BodyPublishers.ofString(event))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return response.body();
        }
    }

    /** An answer's fields. */
    @SuppressWarnings("unchecked") // JSON objects have names
    static Map<String, Object> json(String answer) throws IOException {
        return new ObjectMapper().readValue(answer, Map.class);
    }
}
