package dev.nextcart.local.shop;

import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A shop's order lines as CSV (plain or gzip, UTF-8, with or without byte order mark), turned into events: each
 * invoice's lines become one OrderPlaced, its negative ones (or those of an invoice C…) one OrderReturned. An event
 * occurs at the earliest time on its lines; a row without customer belongs to a guest. Products become ProductChanged
 * events as {@link ProductTellings} has it. Rows of an invoice may lie
 * anywhere in the file, so all are held in memory: some 60 bytes a row, at most {@value #MAX_ROWS} rows.
 */
public final class OrdersFile {
    /** 240 MB of rows: what the default heap of a 2 GB machine holds. */
    static final int MAX_ROWS = 4_000_000;

    /** Columns read, in any order and case; others (Country) are passed over. */
    static final List<String> COLUMNS =
            List.of("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID");

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final Path file;
    private final String currency;

    /** @param currency ISO 4217 code of every price in the file */
    public OrdersFile(Path file, String currency) {
        this.file = file;
        this.currency = currency;
    }

    /** @throws OrdersFileException when the file is missing, no CSV, or a row breaks a rule */
    public Shop read() {
        try (CSVParser rows = CSVParser.parse(open(), FORMAT)) {
            requireColumns(rows);
            return read(rows);
        } catch (NoSuchFileException e) {
            throw new OrdersFileException("there is no file " + file, e);
        } catch (OrdersFileException e) {
            throw new OrdersFileException(file + ": " + e.getMessage(), e);
        } catch (CharacterCodingException e) {
            throw new OrdersFileException(file + ": is not UTF-8; convert it, say with iconv -f latin1 -t utf-8", e);
        } catch (IOException e) {
            throw new OrdersFileException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Shop read(CSVParser rows) throws IOException {
        OrderRowReader reader = new OrderRowReader();
        Map<String, Invoice> invoices = new LinkedHashMap<>();
        Map<ProductId, ProductTellings> products = new LinkedHashMap<>();
        long lineBefore = rows.getCurrentLineNumber();
        try {
            for (CSVRecord row : rows) {
                OrderRow read = reader.read(complete(row, lineBefore + 1), lineBefore + 1);
                invoices.computeIfAbsent(read.invoice(), number -> new Invoice(read))
                        .add(read);
                products.computeIfAbsent(read.line().product(), product -> new ProductTellings())
                        .add(read);
                lineBefore = rows.getCurrentLineNumber();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<ShopEvent> events = new ArrayList<>();
        invoices.values().forEach(invoice -> events.addAll(invoice.events(currency)));
        products.forEach((product, tellings) -> events.addAll(tellings.events(product, currency)));
        String about = String.format(Locale.ROOT, "%,d invoices of %s", invoices.size(), file.getFileName());
        return new Shop(about, events, reader.productNames());
    }

    private static CSVRecord complete(CSVRecord row, long fileLine) {
        if (row.getRecordNumber() > MAX_ROWS) {
            throw new OrdersFileException("line " + fileLine + ": more than " + MAX_ROWS + " rows; split the file");
        }
        if (!row.isConsistent()) {
            throw new OrdersFileException(
                    "line " + fileLine + ": has " + row.size() + " values, which is not one for each column");
        }
        return row;
    }

    private static void requireColumns(CSVParser rows) {
        List<String> found = rows.getHeaderNames();
        for (String column : COLUMNS) {
            if (!rows.getHeaderMap().containsKey(column)) {
                throw new OrdersFileException(
                        "line 1: there is no column " + column + " among " + found + "; needed are " + COLUMNS);
            }
        }
    }

    private BufferedReader open() throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(Files.newInputStream(file), BOM.length);
        InputStream plain = startsWith(bytes, GZIP) ? new GZIPInputStream(bytes) : bytes;
        PushbackInputStream text = new PushbackInputStream(plain, BOM.length);
        if (startsWith(text, BOM)) {
            text.skipNBytes(BOM.length);
        }
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()));
    }

    private static final byte[] GZIP = {(byte) 0x1f, (byte) 0x8b};
    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private static boolean startsWith(PushbackInputStream bytes, byte[] mark) throws IOException {
        byte[] start = bytes.readNBytes(mark.length);
        bytes.unread(start);
        return Arrays.equals(start, mark);
    }
}
