package dev.nextcart.local.shop;

import dev.nextcart.local.client.Cloud;
import dev.nextcart.local.client.CloudStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Waits for a cloud to settle what was handed in, as long as there is progress. */
public final class Settling {
    /**
     * Without one ticket settled for so long, something hangs: the slowest way through, a crash on every attempt, skips
     * its waiting and takes seconds.
     */
    static final Duration STALL_LIMIT = Duration.ofMinutes(5);

    private final Cloud cloud;
    private final InstantSource clock;
    private final Runnable pause;
    private Mark mark = new Mark(-1, OptionalLong.empty());
    private Instant markedAt;

    private record Mark(long outstanding, OptionalLong oldestTicket) {}

    /** @param pause waits a moment before the cloud is asked again */
    public Settling(Cloud cloud, InstantSource clock, Runnable pause) {
        this.cloud = cloud;
        this.clock = clock;
        this.pause = pause;
        this.markedAt = clock.instant();
    }

    /** @throws StalledException when nothing moved for {@link #STALL_LIMIT} */
    public CloudStatus look() {
        CloudStatus status = cloud.status();
        Mark seen = new Mark(status.outstanding(), status.oldestTicket());
        if (!seen.equals(mark)) {
            mark = seen;
            markedAt = clock.instant();
        } else if (Duration.between(markedAt, clock.instant()).compareTo(STALL_LIMIT) > 0) {
            throw new StalledException(hanging(status));
        }
        return status;
    }

    /** As {@link #look}, a moment later. */
    public CloudStatus waitAndLook() {
        pause.run();
        return look();
    }

    private static String hanging(CloudStatus status) {
        String waiting = status.waiting().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " in " + entry.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
        String failing = status.functions().entrySet().stream()
                .filter(entry -> entry.getValue().failures() > 0)
                .map(entry -> entry.getKey() + " failed " + entry.getValue().failures() + " times")
                .sorted()
                .collect(Collectors.joining(", "));
        return "nothing was settled for " + STALL_LIMIT.toMinutes() + " minutes; " + status.outstanding()
                + " events are under way (" + (waiting.isEmpty() ? "none in a queue or stream" : waiting) + "; "
                + (failing.isEmpty() ? "no function failed" : failing) + "); look into .nextcart/logs";
    }

    /** The cloud stopped making progress; the message says where. */
    public static final class StalledException extends RuntimeException {
        private static final long serialVersionUID = 1;

        StalledException(String message) {
            super(message);
        }
    }
}
