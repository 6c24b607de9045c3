package dev.nextcart.training.churn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.inference.Purchase;
import dev.nextcart.training.CannotRunException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionFileTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir
    Path folder;

    private Path plain(String text) throws IOException {
        return Files.writeString(folder.resolve("data.txt"), text);
    }

    private String complaint(String text) throws IOException {
        Path file = plain(text);
        return String.valueOf(assertThrows(CannotRunException.class, () -> TransactionFile.read(List.of(file)))
                .getMessage());
    }

    @Test
    void cdnows_layout_is_read_plain_and_packed() throws IOException {
        String text =
                " 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n 00021 0002 19970101  3   63.34\n";
        Path packed = folder.resolve("data.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        Transactions transactions = TransactionFile.read(List.of(plain(text)));

        assertEquals(transactions, TransactionFile.read(List.of(packed)));
        assertEquals(
                List.of(
                        new Purchase(Instant.parse("1997-01-01T00:00:00Z"), 2_933, 2),
                        new Purchase(Instant.parse("1997-01-18T00:00:00Z"), 2_973, 2)),
                transactions.byShopper().get("00004"));
        assertEquals(LocalDate.of(1997, 1, 18), LocalDate.ofEpochDay(transactions.lastDay()));
    }

    @Test
    void lines_of_an_invoice_are_one_purchase_and_what_came_back_another() throws IOException {
        Path file = plain("\ufeff" + HEADER
                + "1,A,\"LAMP, RED\",2,2010-12-01T08:26:00Z,2.55,7,UK\n"
                + "1,B,MUG,1,2010-12-01T08:26:00Z,1.00,7,UK\n"
                + "C2,A,\"LAMP, RED\",-1,2010-12-03T09:00:00Z,2.55,7,UK\n"
                + "3,A,LAMP,5,2010-12-04T09:00:00Z,2.55,,UK\n");

        Transactions transactions = TransactionFile.read(List.of(file));

        assertEquals(
                List.of(
                        new Purchase(Instant.parse("2010-12-01T08:26:00Z"), 610, 3),
                        new Purchase(Instant.parse("2010-12-03T09:00:00Z"), -255, -1)),
                transactions.byShopper().get("7"));
        assertEquals(1, transactions.byShopper().size());
    }

    @Test
    void a_bad_line_is_named_with_its_file() throws IOException {
        assertTrue(complaint("1 1 19970101 2 9.99\n1 1 19970230 2 9.99\n")
                .contains("data.txt: line 2: date \"19970230\""));
        assertTrue(complaint("1 1 19970101 two 9.99\n").contains("line 1: units \"two\""));
        assertTrue(complaint("1 1 19970101 2 9,99\n").contains("no column InvoiceNo"));
        assertTrue(complaint("1 19970101\n").contains("line 1: 2 columns"));
        assertTrue(
                complaint(HEADER + "1,A,X,1,2010-12-01T08:26:00Z,dear,7,UK\n").contains("line 2: UnitPrice \"dear\""));
        assertTrue(complaint(HEADER + "1,A,X,1,yesterday,2.5,7,UK\n").contains("line 2: InvoiceDate \"yesterday\""));
        assertTrue(complaint(HEADER).contains("no purchase"));
        assertTrue(complaint("").contains("empty"));
    }
}
