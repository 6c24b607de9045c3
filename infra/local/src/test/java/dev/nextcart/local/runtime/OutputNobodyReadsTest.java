package dev.nextcart.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.dynamodblocal.DynamoDbLocal;
import dev.nextcart.local.cloud.LocalCloud;
import dev.nextcart.local.cloud.Tables;
import dev.nextcart.local.engine.SourceEvents;
import dev.nextcart.local.engine.SourceEvents.Sent;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.template.TemplateReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Some emulators start a function's process for one invocation and read what it printed when it has ended. The worst
 * batch, of which every record is refused, must get its answer all the same.
 */
class OutputNobodyReadsTest {
    private static final Path ROOT = Path.of(System.getProperty("nextcart.root"));
    private static final int RECORDS = 1_000;
    private static final long PATIENCE_SECONDS = 120;

    /** What a pipe holds on Linux before the writer has to wait (man 7 pipe). */
    private static final int PIPE_BYTES = 64 * 1024;

    @TempDir
    private Path folder;

    @Test
    void a_jvm_process_answers_while_nobody_reads_its_output() throws Exception {
        String output = outputOfTheWorstBatch(BuiltPackages.jvm());

        assertTrue(output.getBytes(StandardCharsets.UTF_8).length < PIPE_BYTES);
        assertEquals(1, output.split("\"EventsRefused\":" + RECORDS + ".0", -1).length - 1, output);
    }

    @Test
    void a_native_process_answers_while_nobody_reads_its_output() throws Exception {
        String output = outputOfTheWorstBatch(BuiltPackages.natively());

        assertTrue(output.getBytes(StandardCharsets.UTF_8).length < PIPE_BYTES);
        assertEquals(1, output.split("\"EventsRefused\":" + RECORDS + ".0", -1).length - 1, output);
    }

    private String outputOfTheWorstBatch(Path zip) throws Exception {
        CloudTemplate template = TemplateReader.read(ROOT.resolve("template.yaml"));
        FunctionSpec function = template.functions().values().stream()
                .filter(one -> GoldenFiles.handler(one).equals("clickstream-events"))
                .findFirst()
                .orElseThrow();
        List<Sent> nonsense = IntStream.range(0, RECORDS)
                .mapToObj(number -> new Sent("key", "none", "nonsense " + number))
                .toList();
        OneInvocation invocation = new OneInvocation(
                function,
                new SourceEvents(template, "nextcart.shop", InstantSource.system(), 1).batch(function, nonsense));
        try (DynamoDbLocal emulator = DynamoDbLocal.start(Path.of(System.getProperty("nextcart.dynamodb-local")));
                DynamoDbClient client = LocalCloud.client(emulator.endpoint());
                RuntimeApi api = RuntimeApi.open(invocation)) {
            template.tables().values().forEach(table -> Tables.create(client, table));
            Path unpacked = FunctionPackage.unpacked(zip, folder.resolve("packages"));
            Process process = new PackagedFunctions(
                            Map.of(function.id(), unpacked),
                            ROOT.resolve("infra/local/target/runtime"),
                            emulator.endpoint())
                    .start(function, api.address());
            try {
                assertEquals("{\"batchItemFailures\":[]}", invocation.answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
                assertTrue(invocation.askedAgain.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
                process.toHandle().destroy(); // Process.destroy would throw away what it printed.
                return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static final class OneInvocation implements RuntimeClient {
        final CompletableFuture<String> answer = new CompletableFuture<>();
        final CountDownLatch askedAgain = new CountDownLatch(1);
        private final FunctionSpec function;
        private final Work work;

        OneInvocation(FunctionSpec function, String payload) {
            this.function = function;
            this.work = new Work("11111111-2222-3333-4444-555555555555", payload, result -> {});
        }

        @Override
        public Optional<Assignment> next() throws InterruptedException {
            if (!answer.isDone()) {
                return Optional.of(
                        new Assignment(work, function.arn(), Instant.now().plus(function.timeout())));
            }
            askedAgain.countDown();
            new CountDownLatch(1).await(); // Until the Runtime API closes.
            return Optional.empty();
        }

        @Override
        public boolean isCurrent(String requestId) {
            return work.requestId().equals(requestId);
        }

        @Override
        public void answered(String requestId, String payload) {
            answer.complete(payload);
        }

        @Override
        public void failed(String requestId, String errorType, String message) {
            answer.completeExceptionally(new IllegalStateException(errorType + ": " + message));
        }

        @Override
        public void initFailed(String errorType, String message) {
            failed("", errorType, message);
        }
    }
}
