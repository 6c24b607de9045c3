package dev.nextcart.local.export;

import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.local.export.ExportResult.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code sequences.txt.gz} as S3-Rec's files have it (user, then the items bought, in time order, each once) and
 * {@code transactions.txt.gz} in CDNOW's layout (user, user again, yyyymmdd, units, value), both by users and items
 * numbered from 1, with {@code users.csv} and {@code items.csv} to look them up. Guests are nobody, and stay out.
 */
final class PurchaseFiles implements Sink {
    private final Path out;
    private final Numbering users = new Numbering("shoppers");
    private final Numbering items = new Numbering("products");
    private final ExternalSort bought;
    private final ExternalSort orders;
    private final List<OutFile> open = new ArrayList<>();
    private long number;

    PurchaseFiles(Path out, Path scratch) {
        this.out = out;
        this.bought = new ExternalSort(scratch);
        this.orders = new ExternalSort(scratch);
    }

    @Override
    public void take(ShopEvent event, String text) throws IOException {
        if (event instanceof OrderPlaced order && order.shopper().isPresent()) {
            int user = users.of(order.shopper().get().value());
            for (OrderLine line : order.lines()) {
                int item = items.of(line.product().value());
                number++; // for each line: they stay in the order in which they stand
                bought.add(new SortKey().number(user).number(number).bytes(), utf8(Integer.toString(item)));
            }
            String day =
                    DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(order.occurredAt(), ZoneOffset.UTC));
            String transaction = String.format(
                    Locale.ROOT,
                    "%05d %05d %s %d %s",
                    user,
                    user,
                    day,
                    order.units(),
                    Csv.decimal(order.amountCents()));
            orders.add(new SortKey().number(user).number(number).bytes(), utf8(transaction));
        }
    }

    @Override
    public List<Written> finish() throws IOException {
        List<Written> written = new ArrayList<>();
        written.add(sequences());
        OutFile transactions = opened("transactions.txt.gz");
        orders.forEach((key, line) -> transactions.row(utf8(line)));
        written.add(transactions.finish());
        written.add(names("users.csv", "user,shopperId", users));
        written.add(names("items.csv", "item,productId", items));
        return written;
    }

    private Written sequences() throws IOException {
        OutFile file = opened("sequences.txt.gz");
        Set<String> sequence = new LinkedHashSet<>();
        long[] user = {0};
        bought.forEach((key, item) -> {
            long whose = SortKey.numberAt(key, 0);
            if (whose != user[0]) {
                write(file, user[0], sequence);
                user[0] = whose;
            }
            sequence.add(utf8(item));
        });
        write(file, user[0], sequence);
        return file.finish();
    }

    private static void write(OutFile file, long user, Set<String> sequence) throws IOException {
        if (!sequence.isEmpty()) {
            file.row(user + " " + String.join(" ", sequence));
            sequence.clear();
        }
    }

    private Written names(String name, String header, Numbering numbering) throws IOException {
        OutFile file = opened(name);
        file.header(header);
        for (Map.Entry<String, Integer> each : numbering.numbers().entrySet()) {
            file.row(Csv.line(each.getValue(), each.getKey()));
        }
        return file.finish();
    }

    private OutFile opened(String name) throws IOException {
        OutFile file = new OutFile(out, name);
        open.add(file);
        return file;
    }

    @Override
    public void close() throws IOException {
        bought.close();
        orders.close();
        for (OutFile file : open) {
            file.close();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
