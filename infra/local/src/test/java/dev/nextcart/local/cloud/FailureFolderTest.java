package dev.nextcart.local.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.engine.DeadLetter;
import dev.nextcart.local.engine.DeliveryEngine;
import dev.nextcart.local.engine.FailureRecord;
import dev.nextcart.local.engine.Faults;
import dev.nextcart.local.engine.Invoker;
import dev.nextcart.local.engine.Landing;
import dev.nextcart.local.engine.VirtualTimeline;
import dev.nextcart.local.template.TemplateReader;
import dev.nextcart.s3local.Condition;
import dev.nextcart.s3local.ObjectFolders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureFolderTest {
    private static final String TEMPLATE = """
            Resources:
              Archive: {Type: AWS::S3::Bucket, Properties: {BucketName: archive}}
              Clicks: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}
              ClickEvents:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: function.zip
                  Handler: handler
                  Events:
                    Clicks:
                      Type: Kinesis
                      Properties:
                        Stream: !GetAtt Clicks.Arn
                        StartingPosition: LATEST
                        MaximumRetryAttempts: 1
                        MaximumRecordAgeInSeconds: 3600
                        BisectBatchOnFunctionError: true
                        DestinationConfig: {OnFailure: {Type: S3, Destination: !GetAtt Archive.Arn}}
            """;

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final AtomicBoolean broken = new AtomicBoolean(true);
    private final VirtualTimeline timeline = new VirtualTimeline(Instant.parse("2026-03-01T00:00:00Z"));

    @Test
    void batches_given_up_lie_in_the_bucket_until_they_are_put_back() throws IOException {
        ObjectFolders folders = new ObjectFolders(folder.resolve("s3"), Set.of("archive"));
        DeliveryEngine engine = engine(folders);
        FailureFolder failures = new FailureFolder(folders, "archive", engine);
        engine.putRecord("Clicks", "shopper-1", "one".getBytes(StandardCharsets.UTF_8));
        engine.putRecord("Clicks", "shopper-2", "two".getBytes(StandardCharsets.UTF_8));
        timeline.runUntilQuiet();

        List<DeadLetter> given = failures.list();
        assertEquals(2, given.size());
        assertTrue(given.getFirst().messageId().startsWith(FailureRecord.PREFIX));
        assertTrue(
                Files.exists(
                        folder.resolve("s3/archive").resolve(given.getFirst().messageId())),
                "an ordinary file");

        broken.set(false);
        assertEquals(1, failures.redrive(given.getFirst().messageId()).size());
        timeline.runUntilQuiet();
        assertEquals(0, engine.outstanding());
        assertEquals(1, engine.status().sources().getFirst().acknowledged());
        assertEquals(List.of(), failures.redrive(given.getFirst().messageId()), "it is gone");

        failures.discard(given.getLast().messageId());
        assertEquals(List.of(), failures.list());
    }

    private DeliveryEngine engine(ObjectFolders folders) throws IOException {
        Invoker functions = (function, payload, done) -> done.accept(
                broken.get()
                        ? new Invoker.Result.Failed("Runtime.ExitError", "boom")
                        : new Invoker.Result.Answered(""));
        Landing landing = (bucket, key, object) -> {
            try {
                folders.put(bucket, key, new ByteArrayInputStream(object), Condition.NONE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        Path template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
        return new DeliveryEngine(TemplateReader.read(template), functions, timeline, 1, Faults.NONE, landing);
    }
}
