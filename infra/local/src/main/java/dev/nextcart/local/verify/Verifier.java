package dev.nextcart.local.verify;

import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.local.verify.Difference.Kind;
import dev.nextcart.store.CorruptBodyException;
import dev.nextcart.store.StoredSale;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Recomputes everything from the journal, by the pure fold, and compares it with what is stored, byte for byte. Call it
 * when the cloud is at rest: an event under way looks like one that was lost.
 */
public final class Verifier {
    private final Journal journal;
    private final StoredState stored;
    private final Differences differences = new Differences();
    private final FiguresTally figures = new FiguresTally();

    public Verifier(Journal journal, StoredState stored) {
        this.journal = journal;
        this.stored = stored;
    }

    /** Reads all of the state once; holds every distinct event of the journal in memory. */
    public Verification verify() {
        ErasureCheck erasures = erasures();
        SentEvents sent = sent(erasures);
        ProfileCheck profiles = new ProfileCheck(sent.byShopper(), sent.toldTwice(), differences);
        Sizes sizes = checkProfiles(profiles);
        List<OrderEvent> orders = sent.orders();
        GuestCheck guests = new GuestCheck(orders, sent.erasedOrders(), differences);
        RollupCheck rollups = new RollupCheck(
                Stream.concat(orders.stream(), sent.erasedOrders().stream()).toList(), differences);
        checkSales(guests, rollups);
        Accounting events = new Accounting(
                sent.sent(),
                profiles.counted() + guests.counted(),
                sent.repeated(),
                profiles.setAside(),
                sent.refused(),
                sent.erased());
        account(events);
        return new Verification(
                events,
                profiles.compared(),
                differences.count(Kind.PROFILE),
                rollups.entries(),
                rollups.buckets(),
                differences.count(Kind.ROLLUP),
                differences.count(Kind.EVENT) + differences.count(Kind.ERASURE),
                erasures.shoppers(),
                sizes,
                figures.figures(guests.counted()),
                differences.first());
    }

    private ErasureCheck erasures() {
        ErasureCheck erasures = new ErasureCheck(differences);
        stored.tombstones().forEach(erasures::add);
        stored.lateEvents().forEach(erasures::add);
        return erasures;
    }

    private SentEvents sent(ErasureCheck erasures) {
        RefusedTexts refused = new RefusedTexts();
        stored.refusals().forEach(refusal -> {
            refused.add(refusal);
            erasures.add(refusal);
        });
        SentEvents sent = new SentEvents(refused, erasures, differences);
        journal.forEach(sent::add);
        return sent;
    }

    private Sizes checkProfiles(ProfileCheck profiles) {
        LongStream.Builder sizes = LongStream.builder();
        stored.lateEvents().forEach(profiles::add);
        readable(Kind.PROFILE, () -> {
            stored.profiles().forEach(profile -> {
                sizes.add(profile.itemBytes());
                profiles.add(profile);
                figures.add(profile.profile());
            });
            profiles.finish();
        });
        return Sizes.of(sizes.build().toArray());
    }

    private void checkSales(GuestCheck guests, RollupCheck rollups) {
        readable(Kind.ROLLUP, () -> {
            stored.sales(rollups.expected()).forEach(item -> {
                switch (item) {
                    case StoredSale.Line line -> guests.add(line.line());
                    case StoredSale.Sum sum -> {
                        rollups.add(sum.rollup());
                        figures.add(sum.rollup());
                    }
                }
            });
            rollups.finish();
            guests.finish();
        });
    }

    /** A body that cannot be read ends the scan: what would come after it is not known, and not called missing. */
    private void readable(Kind kind, Runnable scan) {
        try {
            scan.run();
        } catch (CorruptBodyException e) {
            differences.add(
                    kind, "stored bytes cannot be read, nor what lies behind them: " + e.getMessage(), List.of());
        }
    }

    /** The events of a difference already found do not count again. */
    private void account(Accounting events) {
        if (events.unaccounted() != 0 && differences.first().isEmpty()) {
            differences.add(Kind.EVENT, events.unaccounted() + " sends are not accounted for: " + events, List.of());
        }
    }
}
