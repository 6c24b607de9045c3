package dev.nextcart.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a running cloud says of itself in {@code cloud.json} of its state folder.
 *
 * @param pid of its process
 * @param control where its control API listens
 * @param dynamoDb where DynamoDB Local listens
 * @param journal everything handed in, one JSON object a line
 * @param s3 where its S3 listens
 * @param objects folder of its buckets
 * @param tables table names by logical id of the template
 */
public record CloudFile(
        long pid, URI control, URI dynamoDb, Path journal, URI s3, Path objects, Map<String, String> tables) {
    public static final String NAME = "cloud.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    public CloudFile {
        tables = Map.copyOf(tables);
    }

    /** The cloud of this state folder; empty if none was started, or its process is gone. */
    public static Optional<CloudFile> find(Path stateFolder) {
        return read(stateFolder.resolve(NAME))
                .filter(cloud -> ProcessHandle.of(cloud.pid).isPresent());
    }

    /** Where it keeps itself: its journal, its logs, what was measured of it. */
    public Path stateFolder() {
        return Objects.requireNonNull(journal.toAbsolutePath().getParent(), "a journal lies in a folder");
    }

    private static Optional<CloudFile> read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return Optional.of(new CloudFile(
                    json.required("pid").asLong(),
                    URI.create(json.required("controlUrl").asText()),
                    URI.create(json.required("dynamoDbUrl").asText()),
                    file.resolveSibling(json.required("journal").asText()),
                    URI.create(json.required("s3Url").asText()),
                    file.resolveSibling(json.required("s3Folder").asText()),
                    tables(json.required("tables"))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " is not the state of a Nextcart cloud; remove it", e);
        }
    }

    private static Map<String, String> tables(JsonNode json) {
        Map<String, String> tables = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> tables.put(entry.getKey(), entry.getValue().asText()));
        return tables;
    }
}
