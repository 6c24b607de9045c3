package dev.nextcart.local.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What was handed in and is not settled yet. A ticket starts with one copy, for whoever is placing it; it is settled
 * when all its copies are released. Thread-safe.
 */
final class Tickets {
    /** Roughly a gigabyte of waiting messages of a kilobyte; a sender that runs further ahead should wait. */
    static final int MAX_OUTSTANDING = 1_000_000;

    /** The ticket of messages that are settled, or that nobody handed in. */
    static final long NONE = 0;

    private final Consumer<CompletableFuture<Void>> completer;
    private final Map<Long, Integer> copies = new HashMap<>();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private int holds;
    private long issued;
    private long oldest = 1;

    /** @param completer completes a future, elsewhere than in the middle of things */
    Tickets(Consumer<CompletableFuture<Void>> completer) {
        this.completer = completer;
    }

    synchronized long issue() {
        if (copies.size() >= MAX_OUTSTANDING) {
            throw new IllegalStateException(MAX_OUTSTANDING + " messages are outstanding, the oldest ticket is "
                    + oldestOutstanding().orElse(0) + ": let some settle, then send again");
        }
        issued++;
        copies.put(issued, 1);
        return issued;
    }

    /** One more copy of a ticket that is not settled. */
    synchronized void add(long ticket) {
        copies.merge(ticket, 1, Integer::sum);
    }

    synchronized void release(long ticket) {
        Integer left = copies.computeIfPresent(ticket, (key, count) -> count == 1 ? null : count - 1);
        if (left == null) {
            completeIfQuiet();
        }
    }

    /** Something is about to be handed in: until as many calls of {@link #letGo}, nothing is quiet. */
    synchronized void hold() {
        holds++;
    }

    synchronized void letGo() {
        holds--;
        completeIfQuiet();
    }

    synchronized int outstanding() {
        return copies.size() + holds;
    }

    private void completeIfQuiet() {
        if (outstanding() == 0) {
            waiting.forEach(completer);
            waiting.clear();
        }
    }

    /** Each ticket is passed once in a lifetime, so this costs constant time on the whole. */
    synchronized OptionalLong oldestOutstanding() {
        while (oldest <= issued && !copies.containsKey(oldest)) {
            oldest++;
        }
        return oldest <= issued ? OptionalLong.of(oldest) : OptionalLong.empty();
    }

    synchronized CompletableFuture<Void> whenQuiet() {
        if (outstanding() == 0) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> quiet = new CompletableFuture<>();
        waiting.add(quiet);
        return quiet;
    }
}
