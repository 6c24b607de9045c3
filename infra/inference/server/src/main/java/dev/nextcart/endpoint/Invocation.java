package dev.nextcart.endpoint;

import dev.nextcart.inference.Answer;
import dev.nextcart.inference.Instance;
import dev.nextcart.inference.Outcome;
import dev.nextcart.inference.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request as it was read: which of its instances can be asked, and what is wrong with the others.
 *
 * @param parts in the request's order
 * @param deadlineNanos of {@link System#nanoTime}; an answer after that helps nobody
 */
record Invocation(Task task, List<Part> parts, long deadlineNanos) {
    /** Either the instance or the reason why there is none. */
    record Part(Optional<Instance> instance, String complaint) {}

    List<Instance> instances() {
        return parts.stream().flatMap(part -> part.instance().stream()).toList();
    }

    /** The outcomes of {@link #instances}, with the refused ones put in their places. */
    List<Outcome<? extends Answer>> outcomes(List<? extends Outcome<? extends Answer>> answered) {
        List<Outcome<? extends Answer>> outcomes = new ArrayList<>(parts.size());
        int next = 0;
        for (Part part : parts) {
            if (part.instance().isPresent()) {
                outcomes.add(answered.get(next));
                next++;
            } else {
                outcomes.add(Outcome.<Answer>invalid(part.complaint()));
            }
        }
        return outcomes;
    }
}
