package dev.nextcart.local.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts more than fits into memory: by key, then value, as unsigned bytes. What it holds is written out, sorted, at
 * {@value #CHUNK_BYTES} bytes; the runs are merged at the end. One use each.
 */
final class ExternalSort implements AutoCloseable {
    /** Of keys, values and what Java adds to them. */
    static final int CHUNK_BYTES = 24 << 20;

    /** Open files at once; more runs than this are merged to one in between. */
    static final int MAX_RUNS = 100;

    /** Two arrays, a record and a reference. */
    private static final int OVERHEAD_BYTES = 64;

    private final Path folder;
    private final int chunkBytes;
    private final List<Path> runs = new ArrayList<>();
    private List<Entry> entries = new ArrayList<>();
    private long bytes;

    @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes them but the sort
    private record Entry(byte[] key, byte[] value) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byKey = Arrays.compareUnsigned(key, other.key);
            return byKey != 0 ? byKey : Arrays.compareUnsigned(value, other.value);
        }
    }

    /** Hears the entries in order. */
    @FunctionalInterface
    interface Each {
        void accept(byte[] key, byte[] value) throws IOException;
    }

    /** @param folder for the runs, on a disk that holds all of it twice */
    ExternalSort(Path folder) {
        this(folder, CHUNK_BYTES);
    }

    ExternalSort(Path folder, int chunkBytes) {
        this.folder = folder;
        this.chunkBytes = chunkBytes;
    }

    void add(byte[] key, byte[] value) throws IOException {
        entries.add(new Entry(key, value));
        bytes += key.length + value.length + OVERHEAD_BYTES;
        if (bytes >= chunkBytes) {
            spill();
        }
    }

    void forEach(Each each) throws IOException {
        if (runs.isEmpty()) {
            entries.sort(null);
            for (Entry entry : entries) {
                each.accept(entry.key, entry.value);
            }
            return;
        }
        spill();
        merge(each);
    }

    private void spill() throws IOException {
        if (runs.size() == MAX_RUNS) {
            Path merged = newRun();
            try (DataOutputStream out = writer(merged)) {
                merge((key, value) -> write(out, key, value));
            }
            close();
            runs.add(merged);
        }
        entries.sort(null);
        Path run = newRun();
        try (DataOutputStream out = writer(run)) {
            for (Entry entry : entries) {
                write(out, entry.key, entry.value);
            }
        }
        runs.add(run);
        entries = new ArrayList<>();
        bytes = 0;
    }

    private void merge(Each each) throws IOException {
        List<Run> open = new ArrayList<>();
        try {
            PriorityQueue<Run> heads = new PriorityQueue<>();
            for (Path file : runs) {
                Run run = new Run(file);
                open.add(run);
                if (run.next()) {
                    heads.add(run);
                }
            }
            for (Run run = heads.poll(); run != null; run = heads.poll()) {
                each.accept(run.head.key, run.head.value);
                if (run.next()) {
                    heads.add(run);
                }
            }
        } finally {
            for (Run run : open) {
                run.close();
            }
        }
    }

    /** Removes the runs. */
    @Override
    public void close() throws IOException {
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
        runs.clear();
    }

    private Path newRun() throws IOException {
        return Files.createTempFile(folder, "run-", ".sorted");
    }

    private static DataOutputStream writer(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    private static void write(DataOutputStream out, byte[] key, byte[] value) throws IOException {
        out.writeInt(key.length);
        out.writeInt(value.length);
        out.write(key);
        out.write(value);
    }

    private static final class Run implements Comparable<Run>, AutoCloseable {
        private static final Entry NONE = new Entry(new byte[0], new byte[0]);
        private final DataInputStream in;
        private Entry head = NONE;

        Run(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        }

        boolean next() throws IOException {
            int keyLength;
            try {
                keyLength = in.readInt();
            } catch (EOFException e) {
                return false;
            }
            int valueLength = in.readInt();
            head = new Entry(in.readNBytes(keyLength), in.readNBytes(valueLength));
            return true;
        }

        @Override
        public int compareTo(Run other) {
            return head.compareTo(other.head);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
