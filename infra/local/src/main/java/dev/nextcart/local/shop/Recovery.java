package dev.nextcart.local.shop;

import dev.nextcart.local.client.Cloud;
import dev.nextcart.local.client.CloudStatus;
import dev.nextcart.local.shop.ReplayPlan.Outage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An outage in the middle of a replay, and how long the cloud takes to get over it. */
final class Recovery {
    private final Optional<Outage> outage;
    private final Cloud cloud;
    private final InstantSource clock;
    private @Nullable Instant end;
    private long newestTicketAtEnd;
    private boolean ended;
    private Optional<Duration> took = Optional.empty();

    Recovery(Optional<Outage> outage, Cloud cloud, InstantSource clock) {
        this.outage = outage;
        this.cloud = cloud;
        this.clock = clock;
    }

    /** Whether that many sends are due to be out before DynamoDB stands still. */
    boolean isDueAfter(long sends) {
        return end == null && outage.filter(due -> sends >= due.afterSends()).isPresent();
    }

    void begin() {
        outage.ifPresent(due -> {
            cloud.stopStore(due.length());
            end = clock.instant().plus(due.length());
        });
    }

    /** @param newestTicket handed in so far */
    void look(CloudStatus status, long newestTicket) {
        if (end == null || took.isPresent() || clock.instant().isBefore(end)) {
            return;
        }
        if (!ended) {
            ended = true;
            newestTicketAtEnd = newestTicket;
        }
        if (status.oldestTicket().isEmpty() || status.oldestTicket().getAsLong() > newestTicketAtEnd) {
            took = Optional.of(Duration.between(end, clock.instant()));
        }
    }

    /** Whether the outage is still to end. */
    boolean isUnderWay() {
        return end != null && took.isEmpty();
    }

    Optional<Duration> took() {
        return took;
    }
}
