package dev.nextcart.local.verify;

import java.util.List;

/**
 * Something stored that is not what the events add up to.
 *
 * @param what one line: what is wrong with what
 * @param details what is expected and what is there, field by field
 */
public record Difference(Kind kind, String what, List<String> details) {
    /** What it is about. */
    public enum Kind {
        PROFILE,
        ROLLUP,
        EVENT,
        ERASURE
    }

    public Difference {
        details = List.copyOf(details);
    }
}
