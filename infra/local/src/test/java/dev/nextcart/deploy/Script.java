package dev.nextcart.deploy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one of infra/localstack's scripts, or a tool it needs, to its end. */
final class Script {
    static final Path FOLDER = Path.of(System.getProperty("nextcart.root"), "infra/localstack");
    /** A deployment makes some thirty AWS CLI calls, each half a second of CPU; builders share two cores. */
    private static final int LIMIT_SECONDS = 300;

    private Script() {}

    /** How it ended, and both its streams as one text. */
    record Outcome(int exitCode, String said) {}

    static Outcome run(String name, String... arguments) throws IOException, InterruptedException {
        return command(FOLDER.resolve(name).toString(), arguments);
    }

    static Outcome command(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("script", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            forgetAccounts(builder.environment());
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertTrue(ended, () -> command + " did not end within " + LIMIT_SECONDS + " s");
            return new Outcome(process.exitValue(), Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }

    /** Whatever account this machine's AWS variables lead to, no test goes there. */
    private static void forgetAccounts(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("AWS_ACCESS_KEY_ID", "test");
        environment.put("AWS_SECRET_ACCESS_KEY", "test");
        environment.put("AWS_DEFAULT_REGION", "us-east-1");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
    }
}
