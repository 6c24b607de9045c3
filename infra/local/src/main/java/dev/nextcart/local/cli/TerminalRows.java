package dev.nextcart.local.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** How many lines the terminal shows: {@code stty} knows, and the JDK does not ask. */
final class TerminalRows {
    private static final int PATIENCE_SECONDS = 1;
    private static final File TERMINAL = new File("/dev/tty");

    private TerminalRows() {}

    /** Empty where it cannot be told. */
    static OptionalInt count() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(TERMINAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return OptionalInt.empty();
            }
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ", -1);
            int rows = size[0].isEmpty() ? 0 : Integer.parseInt(size[0]);
            return rows > 0 ? OptionalInt.of(rows) : OptionalInt.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}
