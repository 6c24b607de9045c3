package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An EventBridge bus: every rule that matches sends the event to every one of its targets. */
final class Bus {
    private final List<Rule> rules;
    private final Tickets tickets;
    private long unmatched;
    private long chunks;

    Bus(List<Rule> rules, Tickets tickets) {
        this.rules = List.copyOf(rules);
        this.tickets = tickets;
    }

    /** A pattern and where what it matches goes. */
    record Rule(EventPattern pattern, List<Target> targets) {}

    /** Callable from any thread: rules never change. */
    List<Target> match(JsonNode envelope) {
        List<Target> targets = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.pattern.matches(envelope)) {
                targets.addAll(rule.targets);
            }
        }
        return targets;
    }

    void deliver(long ticket, String envelope, List<Target> targets) {
        chunks += QueueRequests.chunks(QueueRequests.bytes(envelope));
        if (targets.isEmpty()) {
            unmatched++;
        }
        for (Target target : targets) {
            tickets.add(ticket);
            target.send(ticket, envelope);
        }
        tickets.release(ticket);
    }

    /** Events so far, in chunks of 64 KB. */
    long chunks() {
        return chunks;
    }

    long unmatched() {
        return unmatched;
    }
}
