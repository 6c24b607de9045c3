package dev.nextcart.local.verify;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.Profile.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names events that a profile never counted, as far as what it remembers can tell. */
final class MissingEvents {
    private static final int NAMED = 5;

    private MissingEvents() {}

    static List<String> of(Profile stored, List<ShopEvent> sent, Set<String> late) {
        List<ShopEvent> uncounted = sent.stream()
                .filter(event -> stored.judge(event) == Verdict.NEW && !late.contains(event.eventId()))
                .toList();
        List<String> lines = new ArrayList<>(named(uncounted));
        long unexplained = sent.size() - stored.counted() - uncounted.size();
        if (uncounted.isEmpty() && unexplained != 0) {
            lines.add(Math.abs(unexplained) + " events too " + (unexplained > 0 ? "few" : "many")
                    + " are counted, older than what the profile remembers by id");
        }
        return lines;
    }

    static List<String> named(List<ShopEvent> uncounted) {
        List<String> lines = new ArrayList<>();
        uncounted.stream()
                .limit(NAMED)
                .forEach(event -> lines.add("sent but not counted: " + event.eventId() + " ("
                        + event.getClass().getSimpleName() + " of " + event.occurredAt() + ")"));
        if (uncounted.size() > NAMED) {
            lines.add("and " + (uncounted.size() - NAMED) + " more");
        }
        return lines;
    }
}
