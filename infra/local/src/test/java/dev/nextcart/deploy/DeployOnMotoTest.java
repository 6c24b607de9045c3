package dev.nextcart.deploy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.nextcart.deploy.Script.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Everything deploy does but run a function: moto has the CloudFormation, the bus, the queues, the stream and the tables,
 * and no Lambda without Docker. The profiles and the product a function would write are written by hand.
 */
class DeployOnMotoTest {
    private static final Path ROOT = Path.of(System.getProperty("nextcart.root"));

    @TempDir
    private Path folder;

    @Test
    @Timeout(900)
    void deploys_sends_checks_and_removes() throws Exception {
        needs("aws", "--version");
        needs("unzip", "-v");
        needs("python3", "-c", "import samtranslator");
        try (MotoServer moto = MotoServer.start()) {
            Outcome nobodyCounts = deploy(moto, "first");
            putProfiles(moto, "second");
            Outcome counted = deploy(moto, "second");
            Outcome removed = Script.run("remove", "--endpoint-url", moto.url());

            assertAll(
                    () -> assertEnds(
                            1, "there is no profile or product from cart-item-added cart-item-removed", nobodyCounts),
                    () -> assertEnds(1, "Stack nextcart is deployed (CREATE_COMPLETE)", nobodyCounts),
                    () -> assertEnds(
                            1, "Sent 6 events to bus nextcart-shop and 6 to stream nextcart-clicks", nobodyCounts),
                    () -> assertTrue(!nobodyCounts.said().contains("WARNING"), nobodyCounts.said()),
                    () -> assertEnds(0, "The package is already at", counted),
                    () -> assertEnds(0, "All 12 events have made a profile or a product", counted),
                    () -> assertEnds(0, "Deleted stack nextcart", removed),
                    () -> assertEnds(0, "nextcart-profiles nextcart-late-events nextcart-refused-events", removed));
        }
    }

    private Outcome deploy(MotoServer moto, String run) throws Exception {
        return Script.run(
                "deploy",
                "--endpoint-url",
                moto.url(),
                "--package",
                somePackage().toString(),
                "--template",
                template().toString(),
                "--expand-sam",
                "--run",
                run,
                "--check-seconds",
                "0");
    }

    /** moto 5.2.1 fails on a rule whose EventBusName is a Ref ("'EventBus' object has no attribute 'split'"). */
    private Path template() throws IOException {
        String template = Files.readString(ROOT.resolve("template.yaml"));
        return Files.writeString(
                folder.resolve("template.yaml"),
                template.replace("EventBusName: !Ref ShopBus", "EventBusName: !Sub ${AWS::StackName}-shop"));
    }

    private Path somePackage() throws IOException {
        Path file = folder.resolve("function.zip");
        if (Files.notExists(file)) {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("nothing"));
            }
        }
        return file;
    }

    private static void putProfiles(MotoServer moto, String run) throws IOException {
        try (DynamoDbClient client = client(moto);
                Stream<Path> files = Files.list(ROOT.resolve("events"))) {
            List<String> events = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .toList();
            for (String event : events) {
                AttributeValue id = AttributeValue.fromS("check-" + run + "-" + event);
                boolean product = event.startsWith("product-changed");
                client.putItem(put -> put.tableName(product ? "nextcart-catalogue" : "nextcart-profiles")
                        .item(Map.of(product ? "productId" : "shopperId", id)));
            }
        }
    }

    private static DynamoDbClient client(MotoServer moto) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(moto.url()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static void assertEnds(int exitCode, String saying, Outcome outcome) {
        assertEquals(exitCode, outcome.exitCode(), outcome.said());
        assertTrue(outcome.said().contains(saying), outcome.said());
    }

    private static void needs(String program, String... arguments) throws InterruptedException {
        try {
            if (Script.command(program, arguments).exitCode() == 0) {
                return;
            }
        } catch (IOException e) {
            // Not there: skipped like one that is there and does not work.
        }
        abort(program + " " + String.join(" ", arguments) + " does not work here, so nobody ran deploy against moto");
    }
}
