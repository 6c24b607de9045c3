package dev.nextcart.training;

/** Tells how long work gets on: a bar on a terminal, lines in a log, nothing in tests. */
public interface Progress {
    Progress SILENT = new Progress() {
        @Override
        public void begin(String what, long steps) {}

        @Override
        public void step() {}

        @Override
        public void end() {}

        @Override
        public void say(String line) {}
    };

    /** A piece of work begins; the one before has ended. */
    void begin(String what, long steps);

    /** One of its steps is done. */
    void step();

    void end();

    /** A line that stays. */
    void say(String line);
}
