package dev.nextcart.training.sentiment;

import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.Unpacked;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of reviews, plain or gzip, UTF-8, told by its beginning: our own export's events (JSON lines), CSV with the
 * columns {@code label} and {@code review} (or {@code text}), or {@code text<TAB>label}, with or without a header.
 */
final class ReviewFile {
    private static final int LOOK_AHEAD_CHARS = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ReviewFile() {}

    /**
     * @throws CannotRunException with file and line, if it is none of these or holds no review
     */
    static Reviews read(Path file) {
        try (BufferedReader lines = open(file)) {
            skipByteOrderMark(lines);
            String first = peek(lines);
            Reviews reviews = first.startsWith("{")
                    ? EventReviews.read(file, lines)
                    : first.contains("\t") ? TabReviews.read(file, lines) : CsvReviews.read(file, lines);
            if (reviews.all().isEmpty()) {
                throw new CannotRunException(
                        file + " holds no review that is positive or negative (" + reviews.leftOut() + " say neither)");
            }
            return reviews;
        } catch (CharacterCodingException e) {
            throw new CannotRunException(file + " is not UTF-8: convert it first (iconv -t UTF-8)", e);
        } catch (IOException e) {
            throw new CannotRunException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        // A decoder of its own, since a reader's replaces what it cannot read.
        return new BufferedReader(new InputStreamReader(Unpacked.open(file), StandardCharsets.UTF_8.newDecoder()));
    }

    private static void skipByteOrderMark(BufferedReader lines) throws IOException {
        lines.mark(1);
        if (lines.read() != BYTE_ORDER_MARK) {
            lines.reset();
        }
    }

    private static String peek(BufferedReader lines) throws IOException {
        lines.mark(LOOK_AHEAD_CHARS);
        StringBuilder line = new StringBuilder();
        for (int each = lines.read(); each >= 0 && each != '\n' && line.length() < LOOK_AHEAD_CHARS - 1; ) {
            line.append((char) each);
            each = lines.read();
        }
        lines.reset();
        return line.toString();
    }

    /** What a label says; empty when it is none. */
    static Optional<Boolean> label(String label) {
        return switch (label.strip().toLowerCase(Locale.ROOT)) {
            case "1", "positive", "pos" -> Optional.of(true);
            case "0", "-1", "negative", "neg" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
