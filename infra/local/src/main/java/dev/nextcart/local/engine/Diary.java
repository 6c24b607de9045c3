package dev.nextcart.local.engine;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Actions in order of time, then of scheduling. Not thread-safe: its timeline guards it. A tree and no heap, because
 * most deadlines are struck out long before they fall due, and must then hold neither memory nor the clock.
 */
final class Diary {
    private final TreeSet<Entry> entries = new TreeSet<>();
    private long written;

    /** @param atNanos since the timeline's start */
    record Entry(long atNanos, long number, Runnable action) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    Entry write(long atNanos, Runnable action) {
        Entry entry = new Entry(atNanos, written++, action);
        entries.add(entry);
        return entry;
    }

    void strike(Entry entry) {
        entries.remove(entry);
    }

    @Nullable
    Entry first() {
        return entries.isEmpty() ? null : entries.first();
    }

    @Nullable
    Entry takeFirst() {
        return entries.pollFirst();
    }

    void clear() {
        entries.clear();
    }
}
