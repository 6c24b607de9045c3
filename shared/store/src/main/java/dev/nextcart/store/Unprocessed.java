package dev.nextcart.store;

import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.domain.profile.ProfileFolding.Backoff;
import java.util.List;
import java.util.function.UnaryOperator;

/** Repeats a batch request for the part that DynamoDB left undone, which it does when it is throttled or too large. */
record Unprocessed(Backoff backoff) {
    /** With {@link JitteredBackoff} about a second; then it is the source's turn. */
    static final int MAX_ATTEMPTS = 8;

    /**
     * What is left undone after {@value #MAX_ATTEMPTS} attempts; usually nothing.
     *
     * @param attempt does some and returns the rest
     */
    <T> List<T> retry(List<T> all, UnaryOperator<List<T>> attempt) {
        List<T> left = all;
        for (int attempts = 0; attempts < MAX_ATTEMPTS && !left.isEmpty(); attempts++) {
            if (attempts > 0) {
                pause(attempts);
            }
            left = attempt.apply(left);
        }
        return left;
    }

    private void pause(int attempts) {
        try {
            backoff.pause(attempts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreBusyException("interrupted while waiting to ask DynamoDB again", e);
        }
    }
}
