package dev.nextcart.local.cli;

import dev.nextcart.local.cli.StatusPage.Line;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Shows page after page, on a terminal each in the place of the one before. */
final class StatusPainter {
    private static final String HOME = "\u001b[H";
    private static final String CLEAR_ALL = "\u001b[2J";
    private static final String CLEAR_BELOW = "\u001b[J";
    private static final String CLEAR_LINE = "\u001b[K";

    /** What is longer than the terminal would scroll, and the next page would stand below this one. */
    private static final int FEWEST_ROWS = 3;

    private final Screen screen;
    private final Supplier<OptionalInt> rows;
    private boolean painted;

    StatusPainter(Screen screen, Supplier<OptionalInt> rows) {
        this.screen = screen;
        this.rows = rows;
    }

    /** Prints and goes on below. */
    void print(List<Line> lines) {
        lines.forEach(this::show);
    }

    /** Draws over what it painted last; prints where nothing can be drawn over. */
    void paint(StatusPage page) {
        if (!screen.isTerminal()) {
            print(page.lines());
            return;
        }
        screen.out().print(painted ? HOME : HOME + CLEAR_ALL);
        painted = true;
        List<Line> lines = page.lines();
        OptionalInt height = rows.get();
        int room = height.isPresent() ? Math.max(FEWEST_ROWS, height.getAsInt() - 1) : Integer.MAX_VALUE;
        if (lines.size() <= room) {
            lines.forEach(this::showOver);
        } else {
            lines.subList(0, room - 1).forEach(this::showOver);
            screen.line(CLEAR_LINE + "… " + (lines.size() - room + 1)
                    + " more lines: make the window taller, or use --once");
        }
        screen.out().print(CLEAR_BELOW);
        screen.out().flush();
    }

    /** Line by line: a page that is wiped first flickers. */
    private void showOver(Line line) {
        screen.out().print(CLEAR_LINE);
        show(line);
    }

    private void show(Line line) {
        switch (line.tone()) {
            case PLAIN -> screen.line(line.text());
            case HEADING -> screen.strong(line.text());
            case ALARM -> screen.alarm(line.text());
        }
    }
}
