package dev.nextcart.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A type that native functions can reach by name.
 *
 * @param reasons who asked for that, as Quarkus wrote it down; empty if nobody said
 */
public record ReflectiveType(String name, List<String> reasons) {
    private static final String CONFIGURATION = "META-INF/native-image/reflect-config.json";
    private static final String OURS = "dev.nextcart.";

    /** Those of Nextcart, by the configuration in the jar that the image was built from; its folder is given. */
    static List<ReflectiveType> ours(Path sourceJarFolder) throws IOException {
        List<ReflectiveType> ours = new ArrayList<>();
        try (Stream<Path> files = Files.list(sourceJarFolder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .toList()) {
                ours.addAll(read(jar));
            }
        }
        return ours;
    }

    private static List<ReflectiveType> read(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry configuration = zip.getEntry(CONFIGURATION);
            if (configuration == null) {
                throw new IOException(jar + " has no " + CONFIGURATION);
            }
            try (InputStream in = zip.getInputStream(configuration)) {
                return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false)
                        .filter(type -> type.path("name").asText().startsWith(OURS))
                        .map(ReflectiveType::of)
                        .sorted((one, other) -> one.name.compareTo(other.name))
                        .toList();
            }
        }
    }

    private static ReflectiveType of(JsonNode type) {
        List<String> reasons = StreamSupport.stream(type.path("reasons").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new ReflectiveType(type.path("name").asText(), reasons);
    }
}
