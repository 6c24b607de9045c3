package dev.nextcart.local.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Where an export goes: a new folder, an empty one, or that of an earlier export, which makes room. */
record OutFolder(Path folder) {
    private static final String MANIFEST = "manifest.json";
    private static final String README = "README.txt";
    private static final ObjectMapper JSON = new ObjectMapper();

    static OutFolder prepare(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent() && !Files.exists(folder.resolve(MANIFEST))) {
                throw new ExportException(
                        folder + " holds something that is no export; choose a new folder with --out");
            }
        }
        // Without its manifest the folder is no export until this one is whole.
        Files.deleteIfExists(folder.resolve(MANIFEST));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        return new OutFolder(folder);
    }

    /** Last of all: a manifest says that all of it is there. */
    void describe(ExportResult result, ExportOptions options) throws IOException {
        try (InputStream text = Objects.requireNonNull(OutFolder.class.getResourceAsStream("export-" + README))) {
            Files.copy(text, folder.resolve(README));
        }
        Path half = folder.resolve(MANIFEST + ".half");
        Files.writeString(half, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(result, options)) + "\n");
        Files.move(half, folder.resolve(MANIFEST));
    }

    static ObjectNode json(ExportResult result, ExportOptions options) {
        ObjectNode json = JSON.createObjectNode().put("format", 1);
        options.from().ifPresent(day -> json.put("from", day.toString()));
        options.to().ifPresent(day -> json.put("to", day.toString()));
        json.putObject("events")
                .put("read", result.read())
                .put("invalid", result.invalid())
                .put("outside", result.outside())
                .put("repeated", result.repeated())
                .put("conflicting", result.conflicting())
                .put("exported", result.exported());
        result.first().ifPresent(at -> json.put("first", at.toString()));
        result.last().ifPresent(at -> json.put("last", at.toString()));
        ArrayNode currencies = json.putArray("currencies");
        result.currencies().forEach(currencies::add);
        ArrayNode files = json.putArray("files");
        result.files()
                .forEach(file -> files.addObject()
                        .put("name", file.name())
                        .put("rows", file.rows())
                        .put("bytes", file.bytes())
                        .put("sha256", file.sha256()));
        return json;
    }
}
