package dev.nextcart.deploy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.nextcart.deploy.Script.Outcome;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
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
    @Timeout(1800)
    void deploys_sends_checks_and_removes() throws Exception {
        needs("aws", "--version");
        needs("unzip", "-v");
        needs("python3", "-c", "import samtranslator");
        try (MotoServer moto = MotoServer.start()) {
            Outcome nobodyCounts = deploy(moto, "first");
            putProfiles(moto, "second");
            Outcome counted = deploy(moto, "second");
            Outcome removed = Script.run("remove", "--endpoint-url", moto.url());
            Outcome again = deploy(moto, "third");
            Outcome forgotten = Script.run("remove", "--endpoint-url", moto.url(), "--delete-data-of", "nextcart");
            Outcome nothing = Script.run("remove", "--endpoint-url", moto.url());

            assertAll(
                    () -> assertEnds(
                            1, "there is no profile or product from cart-item-added cart-item-removed", nobodyCounts),
                    () -> assertEnds(1, "Stack nextcart is deployed (CREATE_COMPLETE)", nobodyCounts),
                    () -> assertEnds(
                            1, "Sent 7 events to bus nextcart-shop and 6 to stream nextcart-clicks", nobodyCounts),
                    () -> assertTrue(!nobodyCounts.said().contains("WARNING"), nobodyCounts.said()),
                    () -> assertEnds(0, "and the nested templates are in s3://nextcart-artifacts-", counted),
                    () -> assertEnds(0, "All 13 events have made a profile, a tombstone or a product", counted),
                    () -> assertEnds(0, "Deleted stack nextcart", removed),
                    () -> assertEnds(0, "nextcart-profiles nextcart-late-events nextcart-refused-events", removed),
                    () -> assertEnds(0, "nextcart-archive-123456789012-us-east-1 and the key ", removed),
                    () -> assertEnds(1, "its table nextcart-profiles is there, kept from an earlier stack", again),
                    () -> assertEnds(0, "Deleted table nextcart-profiles.", forgotten),
                    () -> assertEnds(0, "Deleted bucket nextcart-archive-123456789012-us-east-1", forgotten),
                    () -> assertEnds(0, "cannot be used any more; KMS deletes it in 7 days", forgotten),
                    () -> assertEnds(0, "Nothing is kept.", nothing));
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

    /**
     * Without what moto 5.2.1 cannot do: a rule whose EventBusName is a Ref ("'EventBus' object has no attribute 'split'"),
     * aliases of functions, and delivery streams, as resources and as targets of rules.
     */
    private Path template() throws IOException {
        String template = Files.readString(ROOT.resolve("template.yaml"));
        return Files.writeString(
                folder.resolve("template.yaml"),
                template.replace("EventBusName: !Ref ShopBus", "EventBusName: !Sub ${AWS::StackName}-shop")
                        .replaceAll("(?m)^ *AutoPublishAlias.*$", "")
                        .replaceAll("!GetAtt \\w+Archive\\.Arn", "!GetAtt BusDeadLetters.Arn")
                        .replaceAll("(?m)!Ref (\\w+Archive)$", "$1"));
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
                String id = "check-" + run + "-" + event;
                boolean product = event.startsWith("product-changed");
                client.putItem(put -> put.tableName(product ? "nextcart-catalogue" : "nextcart-profiles")
                        .item(Map.of(
                                product ? "productId" : "shopperKey",
                                AttributeValue.fromS(
                                        product
                                                ? id
                                                : ShopperKey.of(new ShopperId(id))
                                                        .value()))));
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
