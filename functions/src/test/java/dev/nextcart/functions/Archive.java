package dev.nextcart.functions;

import dev.nextcart.s3local.Condition;
import dev.nextcart.s3local.ObjectFolders;
import dev.nextcart.s3local.S3Local;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The archive of the function under test: one for the test JVM, served by whoever asks first. */
final class Archive {
    static final String BUCKET = "shop-archive";

    private Archive() {}

    private static final class Running {
        static final Path FOLDER = folder();
        static final ObjectFolders FOLDERS = new ObjectFolders(FOLDER, Set.of(BUCKET));
        static final S3Local S3 = S3Local.start(FOLDERS);

        private static Path folder() {
            try {
                Path folder = Files.createTempDirectory("archive-");
                folder.toFile().deleteOnExit();
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static URI endpoint() {
        return Running.S3.endpoint();
    }

    static void land(String key, String... lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Running.FOLDERS.put(BUCKET, key, new ByteArrayInputStream(bytes.toByteArray()), Condition.NONE);
    }

    static List<String> lines(String key) throws IOException {
        try (GZIPInputStream text = new GZIPInputStream(
                Files.newInputStream(Running.FOLDER.resolve(BUCKET).resolve(key)))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    static void clear() throws IOException {
        for (String key : Running.FOLDERS.keys(BUCKET, "")) {
            Running.FOLDERS.delete(BUCKET, key);
        }
    }
}
