package dev.nextcart.local.cloud;

import dev.nextcart.local.runtime.Limits;
import java.nio.file.Path;

/**
 * What a local cloud is made of and where it keeps itself.
 *
 * @param template the SAM template; packages are found relative to it
 * @param dynamoDbLibraries where infra/dynamodb-local laid out DynamoDB Local
 * @param runtimeLibraries where infra/local laid out the Lambda Runtime Interface Client
 * @param state folder for {@code cloud.json}, the journal, logs and unpacked packages; one cloud at a time
 * @param controlPort loopback port of the control API; 0 for any free one
 * @param seed of the delivery engine: message ids and the order of what is due at once
 * @param limits of the functions' processes
 */
public record CloudOptions(
        Path template,
        Path dynamoDbLibraries,
        Path runtimeLibraries,
        Path state,
        int controlPort,
        long seed,
        Limits limits) {

    /**
     * The usual ones.
     *
     * @param root of a built checkout
     * @param workingDirectory gets the state folder {@code .nextcart}
     */
    public static CloudOptions of(Path root, Path workingDirectory) {
        return new CloudOptions(
                root.resolve("template.yaml"),
                root.resolve("infra/dynamodb-local/target/lib"),
                root.resolve("infra/local/target/runtime"),
                workingDirectory.resolve(".nextcart"),
                0,
                1,
                Limits.LAPTOP);
    }

    public CloudOptions withState(Path folder) {
        return new CloudOptions(template, dynamoDbLibraries, runtimeLibraries, folder, controlPort, seed, limits);
    }

    public CloudOptions withControlPort(int port) {
        return new CloudOptions(template, dynamoDbLibraries, runtimeLibraries, state, port, seed, limits);
    }

    public CloudOptions withSeed(long other) {
        return new CloudOptions(template, dynamoDbLibraries, runtimeLibraries, state, controlPort, other, limits);
    }

    public CloudOptions withLimits(Limits other) {
        return new CloudOptions(template, dynamoDbLibraries, runtimeLibraries, state, controlPort, seed, other);
    }
}
