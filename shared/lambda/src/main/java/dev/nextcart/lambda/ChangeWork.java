package dev.nextcart.lambda;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.util.List;

/** What to do with the changes of a table. Must be safe to call again with the same changes. */
@FunctionalInterface
public interface ChangeWork {
    /**
     * Works on changes together, in the order in which they were made to their items.
     *
     * @return for each, in order, whether it is settled for good; from the first that is not, all are delivered again
     * @throws RuntimeException when one of them breaks the work itself; each is then tried alone
     */
    List<Boolean> settle(List<DynamodbStreamRecord> changes);
}
