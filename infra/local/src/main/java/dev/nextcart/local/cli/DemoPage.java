package dev.nextcart.local.cli;

import dev.nextcart.local.shop.ReplayResult;
import dev.nextcart.local.shop.Shop;
import dev.nextcart.local.verify.Figures;
import dev.nextcart.local.verify.Verification;
import java.util.Locale;

/** What a demo did, for a person to enjoy. All figures are read from what is stored. */
final class DemoPage {
    private static final String ROUGHLY = " --duplicates 0.2 --shuffle 7 --drop-functions 20 --erase 100";

    private final Screen screen;
    private final Shop shop;
    private final String command;

    /** @param command that ran this demo, to build upon */
    DemoPage(Screen screen, Shop shop, String command) {
        this.screen = screen;
        this.shop = shop;
        this.command = command;
    }

    void print(ReplayReport report, Verification verification) {
        screen.heading(shop.about());
        shop(verification.figures());
        screen.heading("Best sellers");
        verification
                .figures()
                .bestSellers()
                .forEach(best -> screen.line(String.format(
                        Locale.ROOT,
                        "  %9s units  %-8s %s",
                        Money.count(best.units()),
                        best.product(),
                        shop.productNames().getOrDefault(best.product(), ""))));
        ProfilePage pages = new ProfilePage(screen, shop.productNames());
        verification.figures().samples().forEach(pages::headline);
        screen.heading("How it ran");
        performance(report, verification);
        new VerificationPage(screen).print(verification);
    }

    private void shop(Figures figures) {
        screen.row("customers", Money.count(figures.customers()));
        screen.row("orders", Money.count(figures.orders()) + " of theirs");
        screen.row("returns", Money.count(figures.returns()) + " (cancellations too)");
        screen.row("guests", Money.count(figures.guestOrders()) + " orders and returns, in the sales ledger only");
        screen.row("gross sales", Money.text(figures.sold()));
        screen.row("net sales", Money.text(figures.net()));
    }

    private void performance(ReplayReport report, Verification verification) {
        ReplayResult result = report.result();
        screen.row(
                "throughput",
                Money.count(Math.round(result.eventsPerSecond())) + " events a second, end to end ("
                        + Money.count(result.sent()) + " in " + Durations.text(result.took()) + ")");
        screen.row(
                "cost per event",
                String.format(
                        Locale.ROOT,
                        "%.3f DynamoDB requests, %.2f write units, %.2f read units",
                        report.perEvent("DynamoDbRequests"),
                        report.perEvent("WriteUnits"),
                        report.perEvent("ReadUnits")));
        screen.row(
                "profile size",
                String.format(
                        Locale.ROOT,
                        "%,.0f bytes on average, p99 %,d, largest %,d",
                        verification.profileBytes().mean(),
                        verification.profileBytes().p99(),
                        verification.profileBytes().max()));
        if (result.kills() > 0) {
            screen.row("killed", Money.count(result.kills()) + " function processes, on purpose");
        }
    }

    /** What to do after that. */
    void next(Figures figures) {
        screen.heading("Try next");
        screen.line("  " + command + ROUGHLY);
        screen.line("  " + command + " --stay");
        screen.line("and while that is up, in another terminal:");
        figures.samples().stream()
                .limit(1)
                .forEach(profile -> screen.line("  ./nextcart profile " + profile.shopper()));
    }
}
