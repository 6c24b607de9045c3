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

/**
 * From the embedding of a text to the network's item space, an affine map: how an item that nobody has bought yet is placed
 * among the others.
 *
 * @param matrix [text width + 1, width], row-major; the last row is added to all
 * @param width of the item space
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, not copied; nobody compares them
public record TextMap(float[] matrix, int width) {
    public static final String FILE = "text-map.bin";

    private static final int MAGIC = 0x4E435431; // NCT1
    private static final int MAX_WIDTH = 8_192;

    public TextMap {
        if (width < 1 || matrix.length % width != 0 || matrix.length / width < 2) {
            throw new ModelException(matrix.length + " numbers are no map to " + width);
        }
    }

    public int textWidth() {
        return matrix.length / width - 1;
    }

    /** An item's vector, of {@link #width}. */
    public float[] item(float[] text) {
        if (text.length != textWidth()) {
            throw new ModelException(
                    "text embeddings of " + text.length + " numbers; this model was trained with " + textWidth());
        }
        float[] item = new float[width];
        for (int column = 0; column < width; column++) {
            double sum = matrix[text.length * width + column];
            for (int row = 0; row < text.length; row++) {
                sum += (double) text[row] * matrix[row * width + column];
            }
            item[column] = (float) sum;
        }
        return item;
    }

    public void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(MAGIC);
            out.writeInt(textWidth());
            out.writeInt(width);
            for (float number : matrix) {
                out.writeFloat(number);
            }
        }
    }

    /**
     * @throws ModelException if it is not such a file
     */
    public static TextMap read(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new ModelException(file + " is no map of texts");
            }
            int from = in.readInt();
            int to = in.readInt();
            if (from < 1 || to < 1 || from > MAX_WIDTH || to > MAX_WIDTH) {
                throw new ModelException(file + " is damaged: a map from " + from + " to " + to);
            }
            float[] matrix = new float[(from + 1) * to];
            for (int index = 0; index < matrix.length; index++) {
                matrix[index] = in.readFloat();
                if (!Float.isFinite(matrix[index])) {
                    throw new ModelException(file + " is damaged: " + matrix[index]);
                }
            }
            if (in.read() >= 0) {
                throw new ModelException(file + " goes on after its end");
            }
            return new TextMap(matrix, to);
        } catch (EOFException e) {
            throw new ModelException(file + " ends too early", e);
        } catch (IOException e) {
            throw new ModelException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
