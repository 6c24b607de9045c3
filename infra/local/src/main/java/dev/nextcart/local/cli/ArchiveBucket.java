package dev.nextcart.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The archive's bucket in a running cloud. */
final class ArchiveBucket {
    private static final String NONE = "no-archive";

    private ArchiveBucket() {}

    /** The one bucket there is; what begins with a dot is none. */
    static String nameIn(Path objects) {
        if (Files.notExists(objects)) {
            return NONE;
        }
        try (Stream<Path> folders = Files.list(objects)) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .findFirst()
                    .orElse(NONE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for buckets in " + objects, e);
        }
    }

    static S3Client client(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
