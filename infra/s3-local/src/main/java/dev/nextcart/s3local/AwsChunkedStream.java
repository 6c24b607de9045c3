package dev.nextcart.s3local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * The body of a put as the SDK sends it by default: chunks, each after a line {@code SIZE;chunk-signature=…}, an empty
 * one, then trailers. Signatures are nobody's business here; a CRC32 among the trailers is checked.
 */
final class AwsChunkedStream extends InputStream {
    /** A chunk's or trailer's line is 100 to 200 characters. */
    private static final int MAX_LINE_BYTES = 4096;

    private static final int MAX_TRAILERS = 16;
    private static final String CRC32_TRAILER = "x-amz-checksum-crc32:";

    private final InputStream in;
    private final CRC32 crc = new CRC32();
    private long leftInChunk;
    private boolean ended;

    AwsChunkedStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (leftInChunk == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(bytes, offset, (int) Math.min(length, leftInChunk));
        if (read < 0) {
            throw incomplete();
        }
        crc.update(bytes, offset, read);
        leftInChunk -= read;
        if (leftInChunk == 0) {
            line(); // the line end behind the chunk's data
        }
        return read;
    }

    private void nextChunk() throws IOException {
        String head = line();
        String size = head.split(";", 2)[0].strip();
        try {
            leftInChunk = Long.parseLong(size, 16);
        } catch (NumberFormatException e) {
            throw S3Exception.invalid("\"" + size + "\" is no size of a chunk");
        }
        if (leftInChunk == 0) {
            ended = true;
            trailers();
        }
    }

    private void trailers() throws IOException {
        for (int number = 0; number < MAX_TRAILERS; number++) {
            String trailer = line();
            if (trailer.isEmpty()) {
                return;
            }
            if (trailer.startsWith(CRC32_TRAILER)) {
                check(trailer.substring(CRC32_TRAILER.length()).strip());
            }
        }
    }

    private void check(String told) {
        long value = crc.getValue();
        byte[] bytes = {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
        String computed = Base64.getEncoder().encodeToString(bytes);
        if (!computed.equals(told)) {
            throw new S3Exception(
                    400, "BadDigest", "The CRC32 you told, " + told + ", is not the content's, " + computed);
        }
    }

    /** Up to a line end or the stream's. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
            if (line.size() > MAX_LINE_BYTES) {
                throw S3Exception.invalid("A chunk's line is longer than " + MAX_LINE_BYTES + " bytes");
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    private static S3Exception incomplete() {
        return new S3Exception(400, "IncompleteBody", "The body ends in the middle of a chunk");
    }
}
