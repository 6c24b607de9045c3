package dev.nextcart.local.cli;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Where commands print: results to the standard output, everything on the way to them to the standard error. */
final class Screen {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;
    private final boolean terminal;

    /** The process's own output. */
    Screen(Ansi ansi) {
        this(writer(System.out), writer(System.err), ansi, onTerminal());
    }

    /** @param terminal whether somebody watches, so that lines may be drawn over */
    Screen(PrintWriter out, PrintWriter err, Ansi ansi, boolean terminal) {
        this.out = out;
        this.err = err;
        this.ansi = ansi;
        this.terminal = terminal;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 went back to a console that is null off a terminal (JDK-8351435).
    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    Ansi ansi() {
        return ansi;
    }

    boolean isTerminal() {
        return terminal;
    }

    void line(String text) {
        out.println(text);
    }

    void blank() {
        out.println();
    }

    /** A line that wants somebody to look. */
    void alarm(String text) {
        out.println(styled(text, Style.fg_red));
    }

    /** A heading over what follows. */
    void heading(String text) {
        blank();
        strong(text);
    }

    /** A line that stands out. */
    void strong(String text) {
        out.println(styled(text, Style.bold));
    }

    /** A name and what it comes to. */
    void row(String name, String value) {
        out.println("  " + styled(padded(name), Style.faint) + value);
    }

    void good(String text) {
        out.println(styled("✔ " + text, Style.fg_green));
    }

    void bad(String text) {
        out.println(styled("✘ " + text, Style.fg_red));
    }

    /** What is going on, for whoever waits. */
    void note(String text) {
        err.println(text);
    }

    /** What went wrong, and what to do. */
    void complain(String text) {
        err.println(styled(text, Style.fg_red));
    }

    private String styled(String text, IStyle style) {
        return ansi.enabled() ? style.on() + text + Style.reset.on() : text;
    }

    private static final int NAME_COLUMNS = 18;

    private static String padded(String name) {
        return name + " ".repeat(Math.max(1, NAME_COLUMNS - name.length()));
    }
}
