package dev.nextcart.s3local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request, path style.
 *
 * @param key empty when it is about the bucket
 * @param query decoded, without the SDK's note to itself ({@code x-id})
 */
record S3Request(
        String method, String bucket, String key, Map<String, String> query, Headers headers, InputStream body) {
    static S3Request of(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath().substring(1);
        int slash = path.indexOf('/');
        return new S3Request(
                exchange.getRequestMethod(),
                decoded(slash < 0 ? path : path.substring(0, slash)),
                decoded(slash < 0 ? "" : path.substring(slash + 1)),
                query(Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                        .orElse("")),
                exchange.getRequestHeaders(),
                exchange.getRequestBody());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** The object's bytes, whichever way they are sent. */
    InputStream content() {
        return header("x-amz-content-sha256")
                        .filter(hash -> hash.startsWith("STREAMING-"))
                        .isPresent()
                ? new AwsChunkedStream(body)
                : body;
    }

    Condition condition() {
        Optional<String> is = header("If-Match");
        Optional<String> isNot = header("If-None-Match");
        if (isNot.isPresent() && !isNot.get().equals("*")) {
            throw S3Exception.notImplemented("If-None-Match but with *");
        }
        if (is.isPresent() && isNot.isPresent()) {
            throw S3Exception.invalid("If-Match and If-None-Match exclude each other");
        }
        return isNot.isPresent()
                ? new Condition.Absent()
                : is.<Condition>map(Condition.Is::new).orElse(Condition.NONE);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty() && !name.equals("x-id")) {
                query.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    /** A plus is a plus in S3's paths, and the SDK writes a blank as %20 everywhere. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Exception.invalid("\"" + text + "\" is not URL-encoded");
        }
    }
}
