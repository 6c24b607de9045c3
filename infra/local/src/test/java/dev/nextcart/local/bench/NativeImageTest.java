package dev.nextcart.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.runtime.BuiltPackages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeImageTest {
    /** Every MiB more is longer to fetch for a machine that never ran the function (issue 6). */
    private static final double ZIP_BUDGET_MIB = 25;

    @TempDir
    private Path folder;

    @Test
    void what_the_builder_reports_is_read() throws IOException {
        build("""
                {"general_info":{"graal_compiler":{"optimization_level":"s","march":"x86-64-v3"},"garbage_collector":"Serial GC"},
                 "analysis_results":{"types":{"reachable":15000,"reflection":2000},"methods":{"reachable":80000}},
                 "image_details":{"total_bytes":83886080,"code_area":{"bytes":31457280},
                                  "image_heap":{"bytes":41943040,"resources":{"bytes":1048576}}},
                 "resource_usage":{"total_secs":300.5,"memory":{"peak_rss_bytes":5368709120}}}
                """, """
                [{"name":"java.lang.String","allDeclaredMethods":true},
                 {"name":"dev.nextcart.functions.orders.OrderEventsHandler","reasons":["a reason","another"]}]
                """);

        NativeImage image = NativeImage.read(folder);

        assertEquals("""
                {"options":"-Os x86-64-v3, Serial GC","imageMiB":80.0,"codeMiB":30.0,"heapMiB":40.0,"resourcesMiB":1.0,\
                "zipMiB":0.0,"reachableTypes":15000,"reachableMethods":80000,"reflection":2000,"buildSeconds":300.5,\
                "builderPeakGiB":5.0,"ours":{"dev.nextcart.functions.orders.OrderEventsHandler":"a reason; another"}}""", image.json().toString());
    }

    @Test
    void a_folder_without_a_build_is_said_to_be_one() {
        IllegalStateException complaint =
                assertThrows(IllegalStateException.class, () -> NativeImage.read(folder.resolve("missing")));

        assertTrue(String.valueOf(complaint.getMessage()).contains("no native build"), complaint::toString);
    }

    @Test
    void the_zip_is_within_its_budget_and_of_our_classes_only_those_are_reflective_that_must_be() throws IOException {
        Path zip = BuiltPackages.natively();

        NativeImage image = NativeImage.read(Objects.requireNonNull(zip.getParent()));

        assertTrue(image.zipMiB() <= ZIP_BUDGET_MIB, () -> zip + " has " + image.zipMiB() + " MiB");
        List<String> unexplained = image.ours().stream()
                .filter(type -> !isKnown(type.name()))
                .map(ReflectiveType::toString)
                .toList();
        assertEquals(List.of(), unexplained, "say here why these must be reached by name, or keep them from it");
    }

    @Test
    void the_native_zip_holds_one_program_and_no_time_of_its_building() throws IOException {
        Path zip = BuiltPackages.natively();

        try (ZipFile open = new ZipFile(zip.toFile())) {
            List<? extends ZipEntry> entries = open.stream().toList();
            assertEquals(
                    List.of("bootstrap"),
                    entries.stream().map(ZipEntry::getName).toList());
            assertEquals(
                    "2026-11-01T00:00",
                    entries.getFirst().getTimeLocal().toString(),
                    "the build's time must not show: equal inputs shall be equal zips");
        }
    }

    /**
     * Handlers: Quarkus asks their {@code handleRequest} for the type of its events. Wiring and what hears of the start: ArC
     * asks the parameters of producers and observers for {@code @ConfigProperty} and {@code @Named}. The program: Quarkus
     * makes a bean of it.
     */
    private static boolean isKnown(String type) {
        return type.matches("dev\\.nextcart\\.functions\\.[a-z]+\\.[A-Za-z]+Handler")
                || type.matches("dev\\.nextcart\\.functions\\.wiring\\.([A-Za-z]*Wiring|HandlerAtStart|Program)");
    }

    private void build(String stats, String reflection) throws IOException {
        Files.writeString(folder.resolve("function.zip"), "PK");
        Path sources = Files.createDirectory(folder.resolve("functions-native-image-source-jar"));
        Files.writeString(sources.resolve("functions-build-output-stats.json"), stats);
        try (OutputStream file = Files.newOutputStream(sources.resolve("functions-runner.jar"));
                ZipOutputStream jar = new ZipOutputStream(file)) {
            jar.putNextEntry(new ZipEntry("META-INF/native-image/reflect-config.json"));
            jar.write(reflection.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }
}
