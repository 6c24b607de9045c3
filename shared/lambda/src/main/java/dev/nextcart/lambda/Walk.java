package dev.nextcart.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Calls the work once for the whole batch and, if that throws, once for each message, so that one cannot fail all.
 *
 * @param work says for each message whether it is settled
 * @param nameOf names a message in the log
 */
record Walk<T>(Function<List<T>, List<Boolean>> work, Function<T, String> nameOf) {
    private static final Logger LOG = Logger.getLogger(Walk.class);

    static Walk<Delivery> with(BatchWork work) {
        return new Walk<>(work::settle, Delivery::id);
    }

    /** Whether each message is settled. Those after the first unsettled one are not tried alone when it stops there. */
    List<Boolean> of(List<T> messages, boolean stopsAtFirstFailure) {
        if (messages.isEmpty()) {
            return List.of();
        }
        try {
            return work.apply(messages);
        } catch (RuntimeException e) {
            if (messages.size() > 1) {
                LOG.warnf(e, "A batch of %d broke the work; trying each message alone", messages.size());
                return oneByOne(messages, stopsAtFirstFailure);
            }
            LOG.errorf(e, "Message %s broke the work", nameOf.apply(messages.getFirst()));
            return List.of(false);
        }
    }

    private List<Boolean> oneByOne(List<T> messages, boolean stopsAtFirstFailure) {
        List<Boolean> settled = new ArrayList<>();
        boolean stopped = false;
        for (T message : messages) {
            boolean done = !stopped && of(List.of(message), stopsAtFirstFailure).getFirst();
            settled.add(done);
            stopped |= stopsAtFirstFailure && !done;
        }
        return settled;
    }
}
