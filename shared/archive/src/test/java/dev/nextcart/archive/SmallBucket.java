package dev.nextcart.archive;

import dev.nextcart.s3local.ObjectFolders;
import dev.nextcart.s3local.S3Local;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket of the local cloud's S3, asked with the real client. */
final class SmallBucket implements AutoCloseable {
    static final String NAME = "shop-archive";

    private final S3Local local;
    private final S3Client client;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    SmallBucket(Path folder, ExecutionInterceptor... interceptors) {
        local = S3Local.start(new ObjectFolders(folder, Set.of(NAME)));
        client = S3Client.builder()
                .endpointOverride(local.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(overrides -> overrides.executionInterceptors(List.of(interceptors)))
                .build();
    }

    S3Client client() {
        return client;
    }

    ExecutorService threads() {
        return threads;
    }

    void putEvents(String key, String... lines) {
        put("events/" + key, zip(String.join("\n", lines) + "\n"));
    }

    void put(String key, byte[] bytes) {
        client.putObject(put -> put.bucket(NAME).key(key), RequestBody.fromBytes(bytes));
    }

    List<String> events(String key) {
        return unzip(get("events/" + key)).lines().toList();
    }

    byte[] get(String key) {
        return client.getObjectAsBytes(get -> get.bucket(NAME).key(key)).asByteArray();
    }

    List<String> keys(String prefix) {
        return client.listObjectsV2(list -> list.bucket(NAME).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    static byte[] zip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String unzip(byte[] bytes) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close();
        local.close();
    }
}
