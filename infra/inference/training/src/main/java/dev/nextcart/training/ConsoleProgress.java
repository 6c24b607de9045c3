package dev.nextcart.training;

import java.io.Console;
import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** On a terminal a bar, elsewhere the lines alone. Writes to standard error: results go to standard output. */
public final class ConsoleProgress implements Progress {
    private static final int REFRESH_MILLIS = 250;

    private final PrintStream out;
    private final boolean terminal;
    private @Nullable ProgressBar bar;

    @SuppressWarnings("SystemConsoleNull") // the JDK's own annotation says that it may be
    public ConsoleProgress(PrintStream out) {
        this.out = out;
        Console console = System.console();
        this.terminal = console != null && console.isTerminal();
    }

    @Override
    public void begin(String what, long steps) {
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .clearDisplayOnFinish()
                    .build();
        }
    }

    @Override
    public void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void say(String line) {
        out.println(line);
    }
}
