package dev.nextcart.local.shop;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.local.client.Cloud;
import dev.nextcart.local.client.CloudStatus;
import dev.nextcart.local.client.Receipt;
import dev.nextcart.local.shop.ReplayPlan.Kill;
import dev.nextcart.local.shop.ReplayPlan.Send;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Carries a plan out on a running cloud, and waits until all of it is settled. One use each.
 *
 * @see ReplayPlan for the law it keeps
 */
public final class Replay {
    /** Enough to keep every function busy; few enough that a stalled cloud is noticed early. */
    static final int MAX_OUTSTANDING = 4_000;

    private final Cloud cloud;
    private final Function<ShopEvent, String> writing;
    private final Settling settling;
    private final InstantSource clock;
    private final ReplayProgress progress;
    private final Unsettled unsettled = new Unsettled();
    private final Deque<Kill> killsDue = new ArrayDeque<>();
    private Batch batch = new Batch();
    private long total;
    private long sent;
    private long outstanding;
    private long refused;
    private int kills;

    public Replay(
            Cloud cloud,
            Function<ShopEvent, String> writing,
            Settling settling,
            InstantSource clock,
            ReplayProgress progress) {
        this.cloud = cloud;
        this.writing = writing;
        this.settling = settling;
        this.clock = clock;
        this.progress = progress;
    }

    /** @throws Settling.StalledException when the cloud stops making progress */
    public ReplayResult run(ReplayPlan plan) {
        Instant start = clock.instant();
        total = plan.sends().size();
        Deque<Kill> killsToCome = new ArrayDeque<>(plan.kills());
        for (Send send : plan.sends()) {
            if (sent + batch.sends().size() == plan.half()) {
                erase(plan.erasures());
            }
            gather(send);
            while (!killsToCome.isEmpty()
                    && killsToCome.getFirst().afterSends()
                            == sent + batch.sends().size()) {
                killsDue.add(killsToCome.removeFirst());
            }
            if (!killsDue.isEmpty()
                    && killsDue.getLast().afterSends() == sent + batch.sends().size()) {
                sendBatch();
            }
        }
        sendBatch();
        while (outstanding > 0) {
            note(settling.waitAndLook());
        }
        return new ReplayResult(sent, plan.repeats(), refused, kills, Duration.between(start, clock.instant()));
    }

    /** They go out beside the plan's sends, and like these are waited for at the end. */
    private void erase(List<ShopperErased> erasures) {
        sendBatch();
        for (int from = 0; from < erasures.size(); from += Cloud.MAX_BATCH_EVENTS) {
            int to = Math.min(erasures.size(), from + Cloud.MAX_BATCH_EVENTS);
            List<Receipt> receipts =
                    cloud.send(erasures.subList(from, to).stream().map(writing).toList());
            refused +=
                    receipts.stream().filter(Receipt.Refused.class::isInstance).count();
        }
        note(settling.look());
    }

    private void gather(Send send) {
        String text = writing.apply(send.event());
        if (batch.isFullFor(text) || !unsettled.allows(send.at())) {
            sendBatch();
        }
        while (!unsettled.allows(send.at()) || outstanding + batch.sends().size() >= MAX_OUTSTANDING) {
            note(settling.waitAndLook());
        }
        batch.add(send, text);
        unsettled.gather(send.event().occurredAt());
    }

    private void sendBatch() {
        List<Send> sends = batch.sends();
        if (sends.isEmpty()) {
            return;
        }
        List<Receipt> receipts = cloud.send(batch.texts());
        for (int place = 0; place < sends.size(); place++) {
            switch (receipts.get(place)) {
                case Receipt.Accepted in ->
                    unsettled.sent(in.ticket(), sends.get(place).event().occurredAt());
                case Receipt.Refused out -> refused++;
            }
        }
        sent += sends.size();
        batch = new Batch();
        unsettled.batchGone();
        note(settling.look());
    }

    /** Takes in what the cloud said, and kills what is due while there is work to interrupt. */
    private void note(CloudStatus status) {
        outstanding = status.outstanding();
        unsettled.settle(status.oldestTicket());
        while (!killsDue.isEmpty()
                && cloud.killFunction(killsDue.getFirst().seed()).isPresent()) {
            killsDue.removeFirst();
            kills++;
        }
        progress.now(Math.max(0, sent - outstanding), sent, total);
    }
}
