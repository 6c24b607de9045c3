package dev.nextcart.local.runtime;

import dev.nextcart.local.template.FunctionSpec;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts functions as Lambda does: a native {@code bootstrap}, or a JVM in which the Runtime Interface Client loads the
 * handler from the package's root and {@code lib/}. The process sees Lambda's environment and nothing of ours.
 */
public final class PackagedFunctions implements FunctionProcesses {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    /** Without this the client unpacks its library to a fixed path in /tmp and pulls it from under running processes. */
    private static final String CLIENT_LIBRARY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    /** What Lambda leaves the heap of a managed JVM, the rest being its threads, classes and buffers. */
    private static final double HEAP_SHARE = 0.8;

    private final Map<String, Path> packages;
    private final Path runtimeLibraries;
    private final URI dynamoDb;
    private final Optional<URI> s3;
    private final Launch launch;

    /**
     * Collects what every process needs.
     *
     * @param packages unpacked package by logical id of its function
     * @param runtimeLibraries folder with the jars of the Lambda Runtime Interface Client
     */
    public PackagedFunctions(Map<String, Path> packages, Path runtimeLibraries, URI dynamoDb) {
        this(packages, runtimeLibraries, dynamoDb, Optional.empty(), Launch.USUAL);
    }

    private PackagedFunctions(
            Map<String, Path> packages, Path runtimeLibraries, URI dynamoDb, Optional<URI> s3, Launch launch) {
        this.packages = Map.copyOf(packages);
        this.runtimeLibraries = runtimeLibraries.toAbsolutePath();
        this.dynamoDb = dynamoDb;
        this.s3 = s3;
        this.launch = launch;
    }

    /** The same functions, started otherwise. */
    public PackagedFunctions with(Launch otherwise) {
        return new PackagedFunctions(packages, runtimeLibraries, dynamoDb, s3, otherwise);
    }

    /** The same functions, with S3 at this address. */
    public PackagedFunctions withS3(URI endpoint) {
        return new PackagedFunctions(packages, runtimeLibraries, dynamoDb, Optional.of(endpoint), launch);
    }

    @Override
    public Process start(FunctionSpec function, String runtimeApi) throws IOException {
        Path root = packageOf(function);
        Path bootstrap = root.resolve("bootstrap");
        List<String> command = new ArrayList<>(launch.before());
        command.addAll(Files.exists(bootstrap) ? List.of(bootstrap.toString()) : javaCommand(function));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()));
        Map<String, String> environment = builder.environment();
        Optional<String> temporary = Optional.ofNullable(environment.get("TMPDIR"));
        environment.clear();
        temporary.ifPresent(folder -> environment.put("TMPDIR", folder));
        environment.putAll(lambdaEnvironment(function, root, runtimeApi));
        s3.ifPresent(endpoint -> environment.put("AWS_ENDPOINT_URL_S3", endpoint.toString()));
        environment.putAll(function.environment());
        return builder.start();
    }

    private Path packageOf(FunctionSpec function) {
        return Optional.ofNullable(packages.get(function.id()))
                .orElseThrow(() -> new IllegalStateException("No package was unpacked for " + function.id()));
    }

    private List<String> javaCommand(FunctionSpec function) throws IOException {
        // The flags after the heap's are those of Lambda's managed java runtimes.
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (int) (function.memoryMegabytes() * HEAP_SHARE) + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + CLIENT_LIBRARY + "=" + clientLibrary()));
        command.addAll(launch.jvmFlags());
        command.addAll(List.of("-cp", classPath(), CLIENT, function.handler()));
        return command;
    }

    private String classPath() throws IOException {
        try (Stream<Path> libraries = Files.list(runtimeLibraries)) {
            Stream<Path> client =
                    libraries.filter(file -> file.toString().endsWith(".jar")).sorted();
            return Stream.concat(client, launch.classPath().stream())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private Path clientLibrary() {
        String system = System.getProperty("os.name");
        if (!system.equals("Linux")) {
            throw new IllegalStateException("The Lambda Runtime Interface Client runs on Linux only, not on " + system);
        }
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        boolean musl =
                Files.exists(Path.of("/lib/ld-musl-x86_64.so.1")) || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
        return runtimeLibraries.resolve(
                "jni/libaws-lambda-jni.linux" + (musl ? "_musl" : "") + "-" + processor + ".so");
    }

    private Map<String, String> lambdaEnvironment(FunctionSpec function, Path root, String runtimeApi) {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", runtimeApi),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.name()),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes())),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name()),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "local"),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Map.entry("_HANDLER", function.handler()),
                Map.entry("LAMBDA_TASK_ROOT", root.toString()),
                Map.entry("LAMBDA_RUNTIME_DIR", runtimeLibraries.toString()),
                Map.entry("AWS_REGION", "us-east-1"),
                Map.entry("AWS_DEFAULT_REGION", "us-east-1"),
                // DynamoDB Local wants some; they open nothing.
                Map.entry("AWS_ACCESS_KEY_ID", "local"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
                Map.entry("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString()),
                Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin"),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("TZ", ":UTC"));
    }

    private static File nothing() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }
}
