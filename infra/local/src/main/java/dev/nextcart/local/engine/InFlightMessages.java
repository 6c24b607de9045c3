package dev.nextcart.local.engine;

import dev.nextcart.local.engine.Timeline.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a queue that were received and are invisible until their visibility timeout ends. All share one
 * timeout, so they stand in the order in which it ends. The diary holds one entry for the first of them, and none when
 * there are none: a clock that skips waiting must not run ahead for messages long deleted.
 */
final class InFlightMessages {
    private final Timeline timeline;
    private final Duration visibilityTimeout;
    private final Consumer<Message> visibleAgain;
    private final SequencedSet<Message> messages = new LinkedHashSet<>();
    private @Nullable Planned wakeUp;

    InFlightMessages(Timeline timeline, Duration visibilityTimeout, Consumer<Message> visibleAgain) {
        this.timeline = timeline;
        this.visibilityTimeout = visibilityTimeout;
        this.visibleAgain = visibleAgain;
    }

    int size() {
        return messages.size();
    }

    void add(Message message, Instant now) {
        message.visibleAt = now.plus(visibilityTimeout);
        messages.add(message);
        if (wakeUp == null) {
            wakeUp = timeline.after(visibilityTimeout, this::endTimeouts);
        }
    }

    /** Whether it was in flight. */
    boolean remove(Message message) {
        boolean removed = messages.remove(message);
        if (messages.isEmpty() && wakeUp != null) {
            wakeUp.cancel();
            wakeUp = null;
        }
        return removed;
    }

    Stream<Message> stream() {
        return messages.stream();
    }

    private void endTimeouts() {
        wakeUp = null;
        Instant now = timeline.now();
        while (!messages.isEmpty() && !messages.getFirst().visibleAt.isAfter(now)) {
            visibleAgain.accept(messages.removeFirst());
        }
        if (!messages.isEmpty()) {
            wakeUp = timeline.after(Duration.between(now, messages.getFirst().visibleAt), this::endTimeouts);
        }
    }
}
