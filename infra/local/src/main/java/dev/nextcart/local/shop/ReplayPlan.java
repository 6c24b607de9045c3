package dev.nextcart.local.shop;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperErased;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which event is sent when, in the shop's own time. SQS keeps a message for 14 days, so in real life none reaches a
 * function more than 14 days behind what its shopper did since; a profile relies on it to know a repeat
 * ({@link dev.nextcart.domain.profile.Memory#REACH}). A replay squeezes months into minutes and must keep the same law:
 * a first send is at most {@link #SPREAD} late, a second send at most as much again, and {@link Replay} sends nothing
 * while an event {@link #LAW} behind is still under way.
 *
 * @param sends in order of time
 * @param kills in order
 * @param repeats how many of the sends are second ones
 * @param erasures sent when half of the sends are, without waiting for them: much of these shoppers is under way then
 */
public record ReplayPlan(List<Send> sends, List<Kill> kills, long repeats, List<ShopperErased> erasures) {
    /** A day less than SQS's 14, so that no rounding comes near it. */
    public static final Duration LAW = Duration.ofDays(13);

    /** Half of {@link #LAW}: a late first send and a late second one add up to less than all of it. */
    public static final Duration SPREAD = LAW.dividedBy(2);

    public ReplayPlan {
        sends = List.copyOf(sends);
        kills = List.copyOf(kills);
        erasures = List.copyOf(erasures);
    }

    /** An event goes out at a moment of the shop's time, at or after it occurred. */
    public record Send(Instant at, ShopEvent event) {}

    /** A function process dies after so many sends; the seed picks which. */
    public record Kill(int afterSends, long seed) {}

    /** @param events in order of time */
    public static ReplayPlan of(List<ShopEvent> events, ReplayOptions options) {
        SplittableRandom shuffling = new SplittableRandom(options.shuffleSeed().orElse(0));
        SplittableRandom repeating = new SplittableRandom(options.seed());
        List<Send> sends = new ArrayList<>(events.size());
        for (ShopEvent event : events) {
            Instant first =
                    options.shuffleSeed().isPresent() ? later(event.occurredAt(), shuffling) : event.occurredAt();
            sends.add(new Send(first, event));
            if (repeating.nextDouble() < options.duplicates()) {
                sends.add(new Send(later(first, repeating), event));
            }
        }
        sends.sort(Comparator.comparing(Send::at));
        return new ReplayPlan(
                sends, kills(sends.size(), options), sends.size() - events.size(), ErasurePlan.of(sends, options));
    }

    /** Sends after which the erasures go out. */
    public int half() {
        return sends.size() / 2;
    }

    private static Instant later(Instant time, SplittableRandom random) {
        return time.plusMillis(random.nextLong(SPREAD.toMillis()));
    }

    private static List<Kill> kills(int sends, ReplayOptions options) {
        if (sends == 0) {
            return List.of();
        }
        SplittableRandom killing = new SplittableRandom(~options.seed());
        return killing.ints(options.dropFunctions(), 1, sends + 1)
                .sorted()
                .mapToObj(after -> new Kill(after, options.seed() + after))
                .toList();
    }
}
