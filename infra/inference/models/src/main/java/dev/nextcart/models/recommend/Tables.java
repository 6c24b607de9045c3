package dev.nextcart.models.recommend;

import dev.nextcart.models.ModelException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is served beside the network, in one file: the items' ids, how popular they are, rules and neighbours.
 *
 * <p>The file, big-endian: {@value #MAGIC} as int, items as int; per item its id (UTF, two bytes of length) and share as
 * float; then rules and neighbours, each: entries as int, the row lengths as int, the items as int, the weights as float.
 * Reading checks every number against its range, so that a damaged file is refused and not served.
 *
 * @param ids an item's number is its place here
 * @param shares how often each item occurs, as a share of all
 * @param rules see {@link SequentialRules}
 * @param neighbours see {@link ItemNeighbours}
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, not copied; nobody compares them
public record Tables(List<String> ids, float[] shares, Neighbours rules, Neighbours neighbours) {
    public static final String FILE = "tables.bin";

    private static final int MAGIC = 0x4E435231; // NCR1

    /** Of more items a full ranking is no longer this file's way. */
    private static final int MAX_ITEMS = 5_000_000;

    private static final int MAX_ENTRIES = 200_000_000;

    /** Kept per item: bounds file and work. The figures of 2026-11 were measured with it; more was not tried in the blend. */
    public static final int PER_ITEM = 100;

    public Tables {
        ids = List.copyOf(ids);
    }

    /** All tables of these histories. */
    public static Tables learn(List<String> ids, List<History> histories) {
        int catalogue = ids.size();
        return new Tables(
                ids,
                Scorer.shares(histories, catalogue),
                SequentialRules.learn(histories, catalogue, PER_ITEM),
                ItemNeighbours.learn(histories, catalogue, PER_ITEM));
    }

    public void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(MAGIC);
            out.writeInt(ids.size());
            for (int item = 0; item < shares.length; item++) {
                out.writeUTF(ids.get(item));
                out.writeFloat(shares[item]);
            }
            write(out, rules);
            write(out, neighbours);
        }
    }

    private static void write(DataOutputStream out, Neighbours table) throws IOException {
        out.writeInt(table.items().length);
        for (int item = 0; item < table.catalogue(); item++) {
            out.writeInt(table.end(item) - table.start(item));
        }
        for (int neighbour : table.items()) {
            out.writeInt(neighbour);
        }
        for (float weight : table.weights()) {
            out.writeFloat(weight);
        }
    }

    /**
     * @throws ModelException if it is not such a file, or any number in it is out of its range
     */
    public static Tables read(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new ModelException(file + " is no table of recommendations");
            }
            int items = within(file, "items", in.readInt(), 1, MAX_ITEMS);
            List<String> ids = new ArrayList<>();
            float[] shares = new float[items];
            for (int item = 0; item < items; item++) {
                ids.add(in.readUTF());
                shares[item] = weight(file, in.readFloat(), 0);
            }
            Tables tables = new Tables(ids, shares, table(file, in, items), table(file, in, items));
            if (in.read() >= 0) {
                throw new ModelException(file + " goes on after its end");
            }
            return tables;
        } catch (EOFException e) {
            throw new ModelException(file + " ends too early", e);
        } catch (IOException e) {
            throw new ModelException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Neighbours table(Path file, DataInputStream in, int catalogue) throws IOException {
        int entries = within(file, "entries", in.readInt(), 0, MAX_ENTRIES);
        int[] starts = new int[catalogue + 1];
        for (int item = 0; item < catalogue; item++) {
            starts[item + 1] = starts[item] + within(file, "row", in.readInt(), 0, entries - starts[item]);
        }
        within(file, "rows", starts[catalogue], entries, entries);
        int[] items = new int[entries];
        for (int entry = 0; entry < entries; entry++) {
            items[entry] = within(file, "neighbour", in.readInt(), 0, catalogue - 1);
        }
        float[] weights = new float[entries];
        for (int entry = 0; entry < entries; entry++) {
            weights[entry] = weight(file, in.readFloat(), Float.MIN_VALUE);
        }
        return new Neighbours(starts, items, weights);
    }

    private static int within(Path file, String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new ModelException(file + " is damaged: " + what + " " + value + " is not in " + min + ".." + max);
        }
        return value;
    }

    private static float weight(Path file, float value, float min) {
        if (!(value >= min && value <= Float.MAX_VALUE)) {
            throw new ModelException(file + " is damaged: the weight " + value + " is not in " + min + "..");
        }
        return value;
    }
}
