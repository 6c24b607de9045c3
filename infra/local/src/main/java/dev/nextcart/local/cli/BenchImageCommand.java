package dev.nextcart.local.cli;

import dev.nextcart.local.bench.NativeImage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./nextcart bench image}. */
@Command(
        name = "image",
        description = {
            "What is in the native functions, what building them took, and which of our classes can be reached by name and"
                    + " why. Reads what the build left and starts nothing.",
            ""
        })
final class BenchImageCommand implements Callable<Integer> {
    private final Screen screen;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            defaultValue = "${sys:nextcart.root:-.}/functions/target/native",
            description = "What the build left (default: functions/target/native)")
    @SuppressWarnings("NullAway.Init") // picocli sets it: it has a default
    private Path folder;

    @Mixin
    private final JsonOption json = new JsonOption();

    BenchImageCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        json.check();
        NativeImage image = read();
        new BenchImagePage(screen).print(image);
        json.write(image::json);
        return Exit.OK;
    }

    private NativeImage read() {
        try {
            return NativeImage.read(folder);
        } catch (IllegalStateException e) {
            throw new CannotRunException(
                    e.getMessage() + ". Build it: GRAALVM_HOME=… ./mvnw -q package -Dnative -pl functions -am", e);
        }
    }
}
