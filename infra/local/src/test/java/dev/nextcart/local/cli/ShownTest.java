package dev.nextcart.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void control_characters_are_shown_not_obeyed() {
        assertEquals("a\\u0000b\\u001b[2Jc d", Shown.line("a\u0000b\u001b[2Jc\nd", 100));
        assertEquals("two\n\tlines\\u0007", Shown.block("two\n\tlines\u0007"));
        assertEquals("half \\ud800", Shown.line("half \ud800", 100));
    }

    @Test
    void what_is_too_long_is_cut_and_says_so() {
        assertEquals("abc…", Shown.line("abcdef", 3));
        assertEquals("abc", Shown.line("abc", 3));
    }
}
