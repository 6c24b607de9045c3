package dev.nextcart.local.cli;

import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.local.client.CloudStatus;
import dev.nextcart.local.cost.LastReplay;
import dev.nextcart.local.privacy.Forgotten;
import dev.nextcart.local.shop.Replay;
import dev.nextcart.local.shop.ReplayOptions;
import dev.nextcart.local.shop.ReplayPlan;
import dev.nextcart.local.shop.ReplayProgress;
import dev.nextcart.local.shop.ReplayResult;
import dev.nextcart.local.shop.Shop;
import dev.nextcart.local.verify.RefusedTexts;
import dev.nextcart.wire.EventWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A replay that somebody watches. */
final class ReplayRun {
    private final Screen screen;
    private final Connection cloud;

    ReplayRun(Screen screen, Connection cloud) {
        this.screen = screen;
        this.cloud = cloud;
    }

    ReplayReport run(Shop shop, ReplayOptions options) {
        ReplayPlan plan = ReplayPlan.of(shop.events(), options);
        screen.note(shop.about() + "; sending " + Money.count(plan.sends().size(), "event") + described(plan));
        CloudStatus before = cloud.client().status();
        ReplayUsage usage = new ReplayUsage(cloud.client());
        ReplayResult result = watched(plan);
        if (result.kills() < plan.kills().size()) {
            screen.note(
                    "Only " + result.kills() + " of " + plan.kills().size() + " kills found a function process alive");
        }
        LastReplay measured = new LastReplay(
                shop.about(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                result.sent(),
                usage.measured());
        measured.keep(cloud.file().stateFolder());
        return new ReplayReport(
                result,
                before,
                cloud.client()::status,
                erasures(plan),
                plan.bad().size(),
                refused(plan),
                measured);
    }

    private Optional<Erasures.Report> erasures(ReplayPlan plan) {
        if (plan.erasures().isEmpty()) {
            return Optional.empty();
        }
        List<ShopperId> shoppers =
                plan.erasures().stream().map(ShopperErased::shopperId).toList();
        return Optional.of(new Erasures(screen, cloud).finish(shoppers, RECEIPTS_WITHIN));
    }

    /** All is settled when they are asked for; what went to the dead letters has none. */
    private static final Duration RECEIPTS_WITHIN = Duration.ofSeconds(30);

    private ReplayResult watched(ReplayPlan plan) {
        if (!screen.isTerminal()) {
            return run(plan, new ReplayLines(InstantSource.system(), screen::note));
        }
        try (ReplayBar bar = new ReplayBar(plan.sends().size())) {
            return run(plan, bar);
        }
    }

    private ReplayResult run(ReplayPlan plan, ReplayProgress progress) {
        EventWriter writer = new EventWriter();
        return new Replay(cloud.client(), writer::write, cloud.settling(), InstantSource.system(), progress).run(plan);
    }

    /** Of a bad event that names an erased shopper nobody can tell any more which it was. */
    private long refused(ReplayPlan plan) {
        if (plan.bad().isEmpty()) {
            return 0;
        }
        Forgotten erased = new Forgotten();
        erased.add(plan.erasures().stream()
                .map(request -> ShopperKey.of(request.shopperId()))
                .toList());
        RefusedTexts refused = new RefusedTexts();
        cloud.stored().refusals().forEach(refused::add);
        return plan.bad().stream()
                .filter(text ->
                        refused.find(text).isPresent() || erased.in(text).isPresent())
                .count();
    }

    private static String described(ReplayPlan plan) {
        return (plan.repeats() > 0 ? ", " + Money.count(plan.repeats()) + " of them repeats" : "")
                + (plan.kills().isEmpty()
                        ? ""
                        : ", killing " + plan.kills().size() + " function process"
                                + (plan.kills().size() == 1 ? "" : "es"))
                + (plan.erasures().isEmpty()
                        ? ""
                        : ", erasing " + Money.count(plan.erasures().size(), "shopper") + " half way")
                + (plan.bad().isEmpty() ? "" : ", " + Money.count(plan.bad().size()) + " of them bad")
                + plan.outage()
                        .map(outage ->
                                ", DynamoDB standing still for " + Durations.text(outage.length()) + " in the middle")
                        .orElse("");
    }
}
