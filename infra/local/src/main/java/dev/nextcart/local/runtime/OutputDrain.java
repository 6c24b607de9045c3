package dev.nextcart.local.runtime;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads what a process prints until it ends, line by line, whatever comes: a full pipe would stop the process. */
public final class OutputDrain {
    /** CloudWatch's limit for one log event; what is longer goes on as another line. */
    static final int MAX_LINE_BYTES = 256 * 1024;

    private final InputStream output;
    private final Consumer<String> lines;

    /** @param lines takes each line, without its end */
    public OutputDrain(InputStream output, Consumer<String> lines) {
        this.output = output;
        this.lines = lines;
    }

    /** On a platform thread: a read from a pipe holds on to its carrier. */
    public void start(String name) {
        Thread.ofPlatform().daemon().name(name).start(this::drain);
    }

    void drain() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(output)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    pass(line);
                } else {
                    line.write(next);
                    if (line.size() == MAX_LINE_BYTES) {
                        pass(line);
                    }
                }
            }
        } catch (IOException e) {
            line.writeBytes(("(output lost: " + e.getMessage() + ")").getBytes(StandardCharsets.UTF_8));
        }
        if (line.size() > 0) {
            pass(line);
        }
    }

    private void pass(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        try {
            lines.accept(text);
        } catch (RuntimeException e) {
            // Whoever cannot take lines any more (a full disk) must not stop the function.
            System.err.println("A line of function output was lost: " + e.getMessage());
        }
    }
}
