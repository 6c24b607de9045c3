package dev.nextcart.local.bench;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines a process printed: they say why it ended. */
final class Tail {
    private static final int LINES = 20;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        lines.add(line);
        if (lines.size() > LINES) {
            lines.remove();
        }
    }

    synchronized String text() {
        return lines.isEmpty() ? "(it printed nothing)" : String.join("\n", lines);
    }
}
