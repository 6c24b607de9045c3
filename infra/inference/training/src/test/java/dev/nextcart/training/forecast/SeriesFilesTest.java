package dev.nextcart.training.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesFilesTest {
    @TempDir
    Path folder;

    @Test
    void a_file_with_a_test_column_says_its_own_horizon() throws IOException {
        Path file = write("m3.csv", "series,type,period,train,test\nN1,MICRO,MONTHLY,1 2 3 4,5 6\n");

        SeriesSet set = SeriesFiles.read(file, 12, OptionalInt.empty());

        assertEquals(2, set.horizon());
        assertArrayEquals(new double[] {1, 2, 3, 4}, set.series().getFirst().train());
        assertArrayEquals(new double[] {5, 6}, set.series().getFirst().test());
    }

    @Test
    void a_wide_file_holds_its_last_periods_out_gzipped_or_not() throws IOException {
        String text = "Product_Code,W0,W1,W2,W3,W4,W5,W6\nP1,1,2,3,4,5,6,7\n";
        Path gzip = folder.resolve("weekly.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        Series plain = SeriesFiles.read(write("weekly.csv", text), 1, OptionalInt.of(3))
                .series()
                .getFirst();
        Series zipped = SeriesFiles.read(gzip, 1, OptionalInt.of(3)).series().getFirst();

        assertArrayEquals(new double[] {5, 6, 7}, plain.test());
        assertArrayEquals(plain.train(), zipped.train());
    }

    @Test
    void the_two_files_of_m4_are_joined_by_name() throws IOException {
        Path train = write("train.csv", "\"V1\",\"V2\",\"V3\",\"V4\"\n\"H1\",\"1\",\"2\",\"3\"\n\"H2\",\"4\",\"5\",\n");
        Path test = write("test.csv", "\"V1\",\"V2\"\n\"H2\",\"6\"\n\"H1\",\"4\"\n");

        SeriesSet set = SeriesFiles.read(train, test, 24);

        assertArrayEquals(new double[] {4, 5}, set.series().get(1).train());
        assertArrayEquals(new double[] {6}, set.series().get(1).test());
    }

    @Test
    void a_wrong_cell_is_told_by_file_and_line() throws IOException {
        Path file = write("bad.csv", "Product_Code,W0,W1\nP1,1,2\nP2,1,many\n");

        IllegalArgumentException told =
                assertThrows(IllegalArgumentException.class, () -> SeriesFiles.read(file, 1, OptionalInt.of(1)));

        String message = String.valueOf(told.getMessage());
        assertTrue(message.contains("bad.csv, line 3") && message.contains("many"), message);
    }

    @Test
    void further_columns_are_covariates_of_train_and_test() throws IOException {
        Path good = write("good.csv", "series,train,test,price\nA,1 2 3,4,9 9 8 7\n");
        Path bad = write("short.csv", "series,train,test,price\nA,1 2 3,4,9 9\n");

        assertArrayEquals(
                new double[] {9, 9, 8, 7},
                SeriesFiles.read(good, 1, OptionalInt.empty())
                        .series()
                        .getFirst()
                        .covariates()
                        .get("price"));
        assertThrows(IllegalArgumentException.class, () -> SeriesFiles.read(bad, 1, OptionalInt.empty()));
    }

    @Test
    void order_lines_become_weekly_units_without_returns() throws IOException {
        StringBuilder orders = new StringBuilder("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice\n");
        for (int day = 0; day < 70; day++) {
            orders.append("1,A,\"big, red\",2,")
                    .append(java.time.LocalDate.of(2011, 1, 3).plusDays(day));
            orders.append("T10:00:00Z,1.5\n");
        }
        orders.append("C2,A,x,-9,2011-02-01T10:00:00Z,1.5\n");

        SeriesSet set = OrdersFile.read(write("orders.csv", orders.toString()), 1, 4);

        assertEquals(6, set.series().getFirst().train().length);
        assertArrayEquals(new double[] {14, 14, 14, 14}, set.series().getFirst().test());
        double[] prices = set.series().getFirst().covariates().getOrDefault(OrdersFile.PRICE, new double[0]);
        assertEquals(10, prices.length);
        assertEquals(1.5, prices[9], 1e-9);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
