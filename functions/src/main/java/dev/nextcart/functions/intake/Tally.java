package dev.nextcart.functions.intake;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.Fingerprint;
import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.store.StoreMeter;
import dev.nextcart.store.StoreMeter.TableUnits;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** What became of one batch; belongs to one invocation. Logs once what an operator may have to look at. */
final class Tally {
    private static final Logger LOG = Logger.getLogger(Tally.class);
    private static final String UNREAD = "(unread)";

    /**
     * Some 700 bytes each. An emulator may start a process for each invocation and read its output when it has ended: with
     * a line for each of a hundred records it would fill the pipe (64 KiB on Linux, man 7 pipe) and wait for ever.
     */
    private static final int LINES_PER_BATCH = 20;

    final String function;
    final StoreMeter.Snapshot before;
    final Map<String, TableUnits> tablesBefore;
    private long counted;
    private long repeated;
    private long superseded;
    private long setAside;
    private long refused;
    private long ofErased;
    private long busy;
    private int lines;

    Tally(String function, StoreMeter.Snapshot before, Map<String, TableUnits> tablesBefore) {
        this.function = function;
        this.before = before;
        this.tablesBefore = tablesBefore;
    }

    void add(Fate fate, String messageId, ShopEvent event) {
        switch (fate) {
            case Fate.Counted done -> counted++;
            case Fate.Repeated again -> repeated++;
            case Fate.Superseded old -> superseded++;
            case Fate.SetAside late -> {
                setAside++;
                log(messageId, shopperHash(event), "set aside as late");
            }
            case Fate.Erased gone -> {
                ofErased++;
                log(messageId, shopperHash(event), "refused: its shopper is erased");
            }
            case Fate.Busy world -> {
                busy++;
                log(messageId, shopperHash(event), "comes back: " + world.reason());
            }
        }
    }

    void refused(String messageId, InvalidEventException why) {
        refused++;
        log(messageId, UNREAD, "refused: " + why.reasonForLogs());
    }

    /** It could not be read, and what it names is an erased shopper. */
    void ofErased(String messageId, InvalidEventException why) {
        ofErased++;
        log(messageId, UNREAD, "refused, and its shopper is erased: " + why.reasonForLogs());
    }

    void notRefused(String messageId, StoreBusyException why) {
        busy++;
        log(messageId, UNREAD, "comes back, could not be refused: " + why.reason());
    }

    /** Counts by metric name. */
    Map<String, Number> metrics() {
        Map<String, Number> metrics = new LinkedHashMap<>();
        metrics.put("EventsCounted", counted);
        metrics.put("EventsRepeated", repeated);
        metrics.put("EventsSuperseded", superseded);
        metrics.put("EventsSetAside", setAside);
        metrics.put("EventsRefused", refused);
        metrics.put("EventsOfErased", ofErased);
        metrics.put("EventsBusy", busy);
        return metrics;
    }

    /** The ids go into fields of their own, for a query over the logs. */
    private void log(String messageId, String shopperHash, String what) {
        if (lines++ >= LINES_PER_BATCH) {
            if (lines == LINES_PER_BATCH + 1) {
                LOG.warn("more of this batch are not logged one by one; the metrics count them");
            }
            return;
        }
        MDC.put("messageId", messageId);
        MDC.put("shopperHash", shopperHash);
        try {
            LOG.warn(what);
        } finally {
            MDC.remove("messageId");
            MDC.remove("shopperHash");
        }
    }

    /** Enough to follow one shopper through the logs, not enough to name one. */
    private static String shopperHash(ShopEvent event) {
        return event.shopper()
                .map(shopper -> Long.toHexString(Fingerprint.of(shopper.value())))
                .orElse("(none)");
    }
}
