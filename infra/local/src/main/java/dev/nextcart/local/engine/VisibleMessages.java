package dev.nextcart.local.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages of a queue that may be received now, first come first. */
final class VisibleMessages {
    private final Deque<Message> line = new ArrayDeque<>();
    private int deleted;

    int size() {
        return line.size() - deleted;
    }

    void add(Message message) {
        line.addLast(message);
    }

    void addFirst(Message message) {
        line.addFirst(message);
    }

    /** Deleted where it stands; searching the line for it would cost its length. */
    void delete(Message message) {
        message.gone = true;
        deleted++;
        first();
    }

    @Nullable
    Message first() {
        Message first = line.peekFirst();
        while (first != null && first.gone) {
            line.removeFirst();
            deleted--;
            first = line.peekFirst();
        }
        return first;
    }

    void removeFirst() {
        line.removeFirst();
    }

    void shuffleHead(int window, SplittableRandom random) {
        List<Message> head = new ArrayList<>(Math.min(window, line.size()));
        while (head.size() < window && first() != null) {
            head.add(line.removeFirst());
        }
        Collections.shuffle(head, random);
        head.reversed().forEach(line::addFirst);
    }

    Stream<Message> stream() {
        return line.stream().filter(message -> !message.gone);
    }
}
