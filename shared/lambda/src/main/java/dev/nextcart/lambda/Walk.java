package dev.nextcart.lambda;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Calls the work once for the whole batch and, if that throws, once for each message, so that one cannot fail all. */
final class Walk {
    private static final Logger LOG = Logger.getLogger(Walk.class);

    private Walk() {}

    /** Whether each delivery is settled. Those after the first unsettled one are not tried alone when it stops there. */
    static List<Boolean> of(List<Delivery> deliveries, BatchWork work, boolean stopsAtFirstFailure) {
        if (deliveries.isEmpty()) {
            return List.of();
        }
        try {
            return work.settle(deliveries);
        } catch (RuntimeException e) {
            if (deliveries.size() > 1) {
                LOG.warnf(e, "A batch of %d broke the work; trying each message alone", deliveries.size());
                return oneByOne(deliveries, work, stopsAtFirstFailure);
            }
            LOG.errorf(e, "Message %s broke the work", deliveries.getFirst().id());
            return List.of(false);
        }
    }

    private static List<Boolean> oneByOne(List<Delivery> deliveries, BatchWork work, boolean stopsAtFirstFailure) {
        List<Boolean> settled = new ArrayList<>();
        boolean stopped = false;
        for (Delivery delivery : deliveries) {
            boolean done =
                    !stopped && of(List.of(delivery), work, stopsAtFirstFailure).getFirst();
            settled.add(done);
            stopped |= stopsAtFirstFailure && !done;
        }
        return settled;
    }
}
