package dev.nextcart.local.cli;

import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.profile.Amounts;
import dev.nextcart.domain.profile.Memory;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.Purchases;
import dev.nextcart.domain.profile.Touch;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One shopper, for a person to read. Times are UTC. */
final class ProfilePage {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int TOUCHES_SHOWN = 8;

    private final Screen screen;
    private final Map<ProductId, String> names;

    /** @param names what a person calls the products, as far as known */
    ProfilePage(Screen screen, Map<ProductId, String> names) {
        this.screen = screen;
        this.names = names;
    }

    /** All of it. */
    void print(Profile profile) {
        headline(profile);
        WeekChart.lines(profile.weeks()).forEach(screen::line);
        screen.heading("Lately");
        profile.recent().stream()
                .limit(TOUCHES_SHOWN)
                .forEach(touch -> screen.line(
                        "  " + time(touch.at()) + "  " + word(touch.action()) + " " + named(touch.product())));
        if (!profile.cart().contents().isEmpty()) {
            screen.heading("In the cart");
            profile.cart()
                    .contents()
                    .forEach(entry -> screen.line("  " + entry.quantity() + " x " + named(entry.product())));
        }
        screen.heading("Told apart from repeats by");
        Profile.STREAMS.stream()
                .sorted()
                .forEach(stream -> screen.row(stream.name().toLowerCase(Locale.ROOT), memory(profile.memory(stream))));
    }

    /** The first few lines of it. */
    void headline(Profile profile) {
        Purchases purchases = profile.purchases();
        screen.heading("Shopper " + profile.shopper());
        screen.row(
                "seen",
                time(profile.firstSeen()) + " to " + time(profile.lastSeen()) + ", "
                        + Money.count(profile.counted(), "event"));
        row("bought", purchases.orders(), "order", purchases.units(), purchases.gross());
        row("sent back", purchases.returns(), "return", purchases.unitsReturned(), purchases.returned());
        row("called off", purchases.cancellations(), "order", purchases.unitsCancelled(), purchases.cancelled());
        screen.row("net", Money.text(purchases.net()));
        if (profile.reviews().posted() > 0) {
            screen.row("reviews", reviews(profile));
        }
        if (profile.searches().count() > 0) {
            screen.row("searches", searches(profile));
        }
        if (profile.recommendations().shown() > 0) {
            screen.row(
                    "recommendations",
                    Money.count(profile.recommendations().shown(), "list") + " shown, "
                            + Money.count(profile.recommendations().clicked(), "click"));
        }
    }

    private void row(String name, long times, String noun, long units, Amounts worth) {
        if (times > 0) {
            screen.row(name, Money.count(times, noun) + ", " + Money.count(units, "unit") + ", " + Money.text(worth));
        }
    }

    private static String reviews(Profile profile) {
        long count = profile.reviews().count();
        String average = count > 0
                ? String.format(
                        Locale.ROOT,
                        ", %.1f stars on average",
                        (double) profile.reviews().stars() / count)
                : "";
        return count + " standing of " + profile.reviews().posted() + " written" + average;
    }

    private static String searches(Profile profile) {
        return Money.count(profile.searches().count()) + ", last "
                + profile.searches().newest().stream()
                        .limit(3)
                        .map(search -> "\"" + search.query() + "\"")
                        .collect(Collectors.joining(", "));
    }

    private static String memory(Memory memory) {
        return Money.count(memory.remembered().size(), "event") + " remembered"
                + memory.floor()
                        .map(floor -> "; floor " + time(floor) + ": what comes later and is older waits for a rebuild")
                        .orElse("; no floor yet");
    }

    private String named(ProductId product) {
        String name = names.get(product);
        return name == null ? product.value() : product + " " + name;
    }

    private static String word(Touch.Action action) {
        return String.format(
                Locale.ROOT, "%-23s", action.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static String time(Instant time) {
        return MINUTE.format(time);
    }
}
