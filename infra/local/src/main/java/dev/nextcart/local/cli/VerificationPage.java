package dev.nextcart.local.cli;

import dev.nextcart.local.verify.Accounting;
import dev.nextcart.local.verify.Difference;
import dev.nextcart.local.verify.Verification;

/** What a verification found, for a person. */
final class VerificationPage {
    private static final int DETAILS_SHOWN = 8;
    private final Screen screen;

    VerificationPage(Screen screen) {
        this.screen = screen;
    }

    void print(Verification verification) {
        Accounting events = verification.events();
        screen.heading("Every event accounted for");
        screen.row("sent", Money.count(events.sent()));
        screen.row("counted", Money.count(events.counted()));
        screen.row("repeated", Money.count(events.repeated()) + "  (sent before, changed nothing)");
        screen.row("set aside", Money.count(events.setAside()) + "  (too late to tell from a repeat)");
        screen.row("refused", Money.count(events.refused()) + "  (can never succeed; kept with their reasons)");
        if (verification.erasedShoppers() > 0) {
            screen.row(
                    "erased",
                    Money.count(events.erased()) + "  (of " + Money.count(verification.erasedShoppers(), "shopper")
                            + " erased: gone, or refused since)");
        }
        if (events.unaccounted() != 0) {
            screen.bad(Money.count(events.unaccounted()) + " unaccounted for");
        }
        screen.heading("Compared with the pure fold, byte for byte");
        screen.row("profiles", compared(verification.profiles(), verification.profileDifferences()));
        screen.row("daily sales", compared(verification.rollups(), verification.rollupDifferences()));
        verification.first().forEach(this::print);
        screen.blank();
        if (verification.clean()) {
            screen.good("Verified: no differences");
        } else {
            screen.bad(Money.count(verification.differences(), "difference"));
        }
    }

    private static String compared(long count, long differences) {
        return Money.count(count) + ", "
                + (differences == 0 ? "no difference" : Money.count(differences, "difference"));
    }

    private void print(Difference difference) {
        screen.bad(difference.what());
        difference.details().stream().limit(DETAILS_SHOWN).forEach(detail -> screen.line("    " + detail));
        if (difference.details().size() > DETAILS_SHOWN) {
            screen.line("    and " + (difference.details().size() - DETAILS_SHOWN) + " more lines");
        }
    }
}
