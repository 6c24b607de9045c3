package dev.nextcart.local.cloud;

import dev.nextcart.local.runtime.Limits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a local cloud is made of and where it keeps itself.
 *
 * @param template the SAM template; packages are found relative to it
 * @param functionPackage the package that every function runs instead of the template's; empty for the template's
 * @param dynamoDbLibraries where infra/dynamodb-local laid out DynamoDB Local
 * @param runtimeLibraries where infra/local laid out the Lambda Runtime Interface Client
 * @param state folder for {@code cloud.json}, the journal, logs and unpacked packages; one cloud at a time
 * @param controlPort loopback port of the control API; 0 for any free one
 * @param seed of the delivery engine: message ids and the order of what is due at once
 * @param limits of the functions' processes
 */
public record CloudOptions(
        Path template,
        Optional<Path> functionPackage,
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
                Optional.empty(),
                root.resolve("infra/dynamodb-local/target/lib"),
                root.resolve("infra/local/target/runtime"),
                workingDirectory.resolve(".nextcart"),
                0,
                1,
                Limits.LAPTOP);
    }

    public CloudOptions withState(Path folder) {
        return new CloudOptions(
                template, functionPackage, dynamoDbLibraries, runtimeLibraries, folder, controlPort, seed, limits);
    }

    public CloudOptions withControlPort(int port) {
        return new CloudOptions(
                template, functionPackage, dynamoDbLibraries, runtimeLibraries, state, port, seed, limits);
    }

    public CloudOptions withSeed(long other) {
        return new CloudOptions(
                template, functionPackage, dynamoDbLibraries, runtimeLibraries, state, controlPort, other, limits);
    }

    public CloudOptions withLimits(Limits other) {
        return new CloudOptions(
                template, functionPackage, dynamoDbLibraries, runtimeLibraries, state, controlPort, seed, other);
    }

    public CloudOptions withFunctionPackage(Path zip) {
        return new CloudOptions(
                template, Optional.of(zip), dynamoDbLibraries, runtimeLibraries, state, controlPort, seed, limits);
    }
}
