package dev.nextcart.training.net;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a run stands after an epoch.
 *
 * @param fingerprint of data and settings; a run resumes from a checkpoint of its own only
 * @param epoch how many are done
 * @param best the parameters of the best epoch so far
 */
record Checkpoint(
        String fingerprint,
        int epoch,
        int steps,
        int bestEpoch,
        double bestMetric,
        Map<String, float[]> parameters,
        Map<String, float[]> moments,
        Map<String, float[]> best) {
    private static final int MAGIC = 0x4E435431; // NCT1

    /** Of more numbers no network here has parameters; a length beyond is a damaged file. */
    private static final int MAX_NUMBERS = 1 << 28;

    /** In place of the last one by a rename: after a crash there is the old one or the new one. */
    void write(Path file) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(next)))) {
            out.writeInt(MAGIC);
            out.writeUTF(fingerprint);
            out.writeInt(epoch);
            out.writeInt(steps);
            out.writeInt(bestEpoch);
            out.writeDouble(bestMetric);
            write(out, parameters);
            write(out, moments);
            write(out, best);
            out.writeInt(MAGIC);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty when there is none, or one of another run or a damaged one: training then begins anew. */
    static Optional<Checkpoint> read(Path file, String fingerprint) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC || !in.readUTF().equals(fingerprint)) {
                return Optional.empty();
            }
            Checkpoint read = new Checkpoint(
                    fingerprint,
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readDouble(),
                    numbers(in),
                    numbers(in),
                    numbers(in));
            return in.readInt() == MAGIC ? Optional.of(read) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void write(DataOutputStream out, Map<String, float[]> arrays) throws IOException {
        out.writeInt(arrays.size());
        for (Map.Entry<String, float[]> each : arrays.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeInt(each.getValue().length);
            ByteBuffer bytes = ByteBuffer.allocate(each.getValue().length * Float.BYTES);
            bytes.asFloatBuffer().put(each.getValue());
            out.write(bytes.array());
        }
    }

    private static Map<String, float[]> numbers(DataInputStream in) throws IOException {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        int count = in.readInt();
        for (int index = 0; index < count; index++) {
            String name = in.readUTF();
            int length = in.readInt();
            if (length < 0 || length > MAX_NUMBERS) {
                throw new IOException("damaged at " + name);
            }
            float[] values = new float[length];
            byte[] bytes = new byte[length * Float.BYTES];
            in.readFully(bytes);
            ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
            arrays.put(name, values);
        }
        return arrays;
    }
}
