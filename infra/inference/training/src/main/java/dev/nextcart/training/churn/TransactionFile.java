package dev.nextcart.training.churn;

import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.Unpacked;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Transactions in CDNOW's layout, which {@code nextcart export} writes as {@code transactions.txt.gz}, or orders as CSV in
 * the columns of UCI Online Retail; told apart by the first line. Plain or gzip, UTF-8.
 */
public final class TransactionFile {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** Of the first line, to tell the layout; no header is longer. */
    private static final int MAX_HEADER_CHARS = 8_192;

    private TransactionFile() {}

    /**
     * Reads all files as of one shop.
     *
     * @throws CannotRunException naming file and line
     */
    public static Transactions read(List<Path> files) {
        PurchaseCollector collector = new PurchaseCollector();
        for (Path file : files) {
            read(file, collector);
        }
        if (collector.isEmpty()) {
            throw new CannotRunException(files + ": there is no purchase of any known shopper");
        }
        return collector.transactions();
    }

    private static void read(Path file, PurchaseCollector collector) {
        try (InputStream bytes = Unpacked.open(file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()))) {
            String first = peek(lines);
            if (first.isBlank()) {
                throw new CannotRunException(file + ": line 1: is empty");
            }
            if (first.contains(",")) {
                new OrdersLayout(file, collector).read(lines);
            } else {
                new CdnowLayout(file, collector).read(lines);
            }
        } catch (CharacterCodingException e) {
            throw new CannotRunException(file + ": is not UTF-8; convert it, say with iconv -f latin1 -t utf-8", e);
        } catch (IOException e) {
            throw new CannotRunException(file + ": cannot be read: " + e, e);
        }
    }

    private static String peek(BufferedReader lines) throws IOException {
        lines.mark(1);
        if (lines.read() != BYTE_ORDER_MARK) {
            lines.reset();
        }
        lines.mark(MAX_HEADER_CHARS);
        StringBuilder first = new StringBuilder();
        for (int next = lines.read(); next >= 0 && next != '\n'; next = lines.read()) {
            first.append((char) next);
            if (first.length() == MAX_HEADER_CHARS) {
                break;
            }
        }
        lines.reset();
        return first.toString();
    }
}
