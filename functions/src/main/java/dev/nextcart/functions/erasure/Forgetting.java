package dev.nextcart.functions.erasure;

import dev.nextcart.domain.erasure.Erasure;
import dev.nextcart.domain.erasure.Erasure.Walked;
import dev.nextcart.domain.erasure.Receipt;
import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.functions.intake.Intake.Counting;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** One walk through all stores for each shopper; each leaves its receipt in the log too. */
@Singleton
final class Forgetting implements Counting<ShopperErased> {
    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    private final Erasure erasure;
    private final InstantSource clock;

    Forgetting(Erasure erasure, InstantSource clock) {
        this.erasure = erasure;
        this.clock = clock;
    }

    @Override
    public List<Fate> count(List<ShopperErased> events) {
        return events.stream().map(this::forget).toList();
    }

    private Fate forget(ShopperErased event) {
        try {
            Walked walked = erasure.erase(event.shopperId(), clock.instant());
            LOG.info((walked.again() ? "erased before: " : "erased: ") + line(walked.receipt()));
            return walked.again() ? new Fate.Repeated() : new Fate.Counted();
        } catch (StoreBusyException e) {
            return new Fate.Busy(e.reason());
        }
    }

    private static String line(Receipt receipt) {
        return receipt.shopper() + " at " + receipt.erasedAt() + ", gone by " + receipt.finishedAt() + ": "
                + receipt.gone().stream()
                        .map(gone -> gone.count() + " from " + gone.store())
                        .collect(Collectors.joining(", "));
    }
}
