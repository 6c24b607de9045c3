package dev.nextcart.local.cli;

/** What a replay put in the cloud's way, and how it got over it. */
final class DrillPage {
    private final Screen screen;

    DrillPage(Screen screen) {
        this.screen = screen;
    }

    void print(ReplayReport report) {
        report.result()
                .recovery()
                .ifPresent(time -> screen.good("DynamoDB's outage was over for " + Durations.text(time)
                        + " when all that had come before its end was settled"));
        if (report.bad() > 0) {
            String text = Money.count(report.badRefused()) + " of " + Money.count(report.bad(), "bad event")
                    + " refused, each with its reason: ./nextcart dlq list";
            if (report.badRefused() == report.bad()) {
                screen.good(text);
            } else {
                screen.bad(text);
            }
        }
    }
}
