package dev.nextcart.local.engine;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Actions in order of time, then of scheduling, and apart from them those in the background, which are nobody's reason
 * to move a clock. Not thread-safe: its timeline guards it. A tree and no heap, because
 * most deadlines are struck out long before they fall due, and must then hold neither memory nor the clock.
 */
final class Diary {
    private final TreeSet<Entry> entries = new TreeSet<>();
    private final TreeSet<Entry> background = new TreeSet<>();
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

    Entry writeInBackground(long atNanos, Runnable action) {
        Entry entry = new Entry(atNanos, written++, action);
        background.add(entry);
        return entry;
    }

    void strike(Entry entry) {
        entries.remove(entry);
        background.remove(entry);
    }

    /** The first entry somebody waits for. */
    @Nullable
    Entry first() {
        return entries.isEmpty() ? null : entries.first();
    }

    /** The first of all, those in the background included. */
    @Nullable
    Entry next() {
        Entry first = first();
        Entry behind = background.isEmpty() ? null : background.first();
        return first == null || (behind != null && behind.compareTo(first) < 0) ? behind : first;
    }

    void clear() {
        entries.clear();
        background.clear();
    }
}
