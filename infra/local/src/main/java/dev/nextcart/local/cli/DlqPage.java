package dev.nextcart.local.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Dead letters and refused events, for a person: a line each, the payload's beginning below it. */
final class DlqPage {
    static final int SNIPPET_CHARS = 100;

    /** Names a message among thousands; commands take any beginning that is one of a kind. */
    private static final int ID_CHARS = 12;

    private static final int REASON_CHARS = 120;

    private final Screen screen;
    private final Instant now;

    DlqPage(Screen screen, Instant now) {
        this.screen = screen;
        this.now = now;
    }

    void print(List<SetDown> listed) {
        if (listed.isEmpty()) {
            screen.good("No dead letters, no refused events");
            return;
        }
        Grid grid = new Grid(List.of("id", "source", "age", "reason"));
        listed.forEach(each -> grid.add(List.of(
                shortId(each), each.source(), StatusPage.age(each.age(now).toSeconds()), "")));
        List<String> lines = grid.lines();
        for (int place = 0; place < listed.size(); place++) {
            SetDown each = listed.get(place);
            screen.line(lines.get(place + 1) + "  " + Shown.line(each.reason(), REASON_CHARS));
            screen.line("      " + Shown.line(each.snippet(), SNIPPET_CHARS));
            if (!each.state().isEmpty()) {
                screen.line("      " + each.state());
            }
        }
        screen.blank();
        screen.strong(Money.count(listed.size()) + " in all: " + byPlace(listed));
        screen.line(
                "Next: ./nextcart dlq show ID; ./nextcart dlq redrive ID (or --all), refused ones mended: --with FILE");
    }

    static String shortId(SetDown each) {
        return each.id().substring(0, Math.min(ID_CHARS, each.id().length()));
    }

    private static String byPlace(List<SetDown> listed) {
        Map<String, Long> counts = listed.stream()
                .map(SetDown::where)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> Money.count(count.getValue()) + " in " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
