package dev.nextcart.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A rule of the house that a template keeps, or breaks at places that can be named. */
@FunctionalInterface
interface Rule {
    /** Names each place that breaks the rule. */
    void look(TemplateTree template, BiConsumer<String, String> broken);

    default void isKeptBy(TemplateTree template) {
        assertEquals(List.of(), findings(template));
    }

    /** A rule that finds nothing in a broken template would find nothing in ours whatever it held. */
    default void isBrokenBy(TemplateTree template, String where) {
        assertFalse(
                findings(template).stream()
                        .filter(finding -> finding.startsWith(where + ":"))
                        .toList()
                        .isEmpty(),
                () -> "nothing was found at " + where + ", but " + findings(template));
    }

    private List<String> findings(TemplateTree template) {
        List<String> findings = new ArrayList<>();
        look(template, (where, what) -> findings.add(where + ": " + what));
        return findings;
    }
}
