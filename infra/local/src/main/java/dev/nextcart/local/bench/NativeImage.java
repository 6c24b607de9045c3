package dev.nextcart.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is in the native functions and what building them took, as the builder itself reports it.
 *
 * @param options level of optimisation, processor and garbage collector it was built for
 * @param codeMiB compiled methods
 * @param heapMiB objects made beforehand, resources included
 * @param zipMiB what is uploaded
 * @param reachableTypes types that made it into the image
 * @param reflection types that can be reached by name at run time
 * @param ours those of Nextcart, each with who asked for it
 */
public record NativeImage(
        String options,
        double imageMiB,
        double codeMiB,
        double heapMiB,
        double resourcesMiB,
        double zipMiB,
        long reachableTypes,
        long reachableMethods,
        long reflection,
        List<ReflectiveType> ours,
        double buildSeconds,
        double builderPeakGiB) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double BYTES_PER_MIB = 1 << 20;
    private static final double BYTES_PER_GIB = 1 << 30;

    /**
     * Reads what the build left.
     *
     * @param folder {@code functions/target/native}
     * @throws IllegalStateException when there is no native build in it
     */
    public static NativeImage read(Path folder) {
        try {
            Path sources = only(folder, "*-native-image-source-jar");
            JsonNode stats = JSON.readTree(Files.readString(only(sources, "*-build-output-stats.json")));
            JsonNode general = stats.path("general_info");
            JsonNode image = stats.path("image_details");
            JsonNode analysis = stats.path("analysis_results");
            JsonNode resources = stats.path("resource_usage");
            return new NativeImage(
                    "-O" + general.at("/graal_compiler/optimization_level").asText() + " "
                            + general.at("/graal_compiler/march").asText() + ", "
                            + general.path("garbage_collector").asText(),
                    image.path("total_bytes").asDouble() / BYTES_PER_MIB,
                    image.at("/code_area/bytes").asDouble() / BYTES_PER_MIB,
                    image.at("/image_heap/bytes").asDouble() / BYTES_PER_MIB,
                    image.at("/image_heap/resources/bytes").asDouble() / BYTES_PER_MIB,
                    Sizes.mebibytes(folder.resolve("function.zip")),
                    analysis.at("/types/reachable").asLong(),
                    analysis.at("/methods/reachable").asLong(),
                    analysis.at("/types/reflection").asLong(),
                    ReflectiveType.ours(sources),
                    resources.path("total_secs").asDouble(),
                    resources.at("/memory/peak_rss_bytes").asDouble() / BYTES_PER_GIB);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what the native build left in " + folder, e);
        }
    }

    /** Field names are a contract: add, never rename. */
    public ObjectNode json() {
        ObjectNode json = JSON.createObjectNode()
                .put("options", options)
                .put("imageMiB", Rounded.of(imageMiB))
                .put("codeMiB", Rounded.of(codeMiB))
                .put("heapMiB", Rounded.of(heapMiB))
                .put("resourcesMiB", Rounded.of(resourcesMiB))
                .put("zipMiB", Rounded.of(zipMiB))
                .put("reachableTypes", reachableTypes)
                .put("reachableMethods", reachableMethods)
                .put("reflection", reflection)
                .put("buildSeconds", Rounded.of(buildSeconds))
                .put("builderPeakGiB", Rounded.of(builderPeakGiB));
        ObjectNode reasons = json.putObject("ours");
        ours.forEach(type -> reasons.put(type.name(), String.join("; ", type.reasons())));
        return json;
    }

    private static Path only(Path folder, String glob) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> found = files.filter(file -> folder.getFileSystem()
                                .getPathMatcher("glob:" + glob)
                                .matches(file.getFileName()))
                        .toList();
                if (found.size() == 1) {
                    return found.getFirst();
                }
            }
        }
        throw new IllegalStateException("There is no native build in " + folder + ": no " + glob);
    }
}
