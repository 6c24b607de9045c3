package dev.nextcart.archive;

/** Text as one word of a POSIX shell: an id may hold anything, and a proof is there to be pasted. */
final class Shell {
    private Shell() {}

    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
