package dev.nextcart.lambda;

import java.util.List;

/** What to do with the messages of a batch. Must be safe to call again with the same messages. */
@FunctionalInterface
public interface BatchWork {
    /**
     * Works on messages together.
     *
     * @return for each, in order, whether it is settled for good; one that is not will be delivered again
     * @throws RuntimeException when one of them breaks the work itself; each is then tried alone
     */
    List<Boolean> settle(List<Delivery> deliveries);
}
