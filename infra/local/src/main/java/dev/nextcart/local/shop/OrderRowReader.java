package dev.nextcart.local.shop;

import dev.nextcart.domain.event.Category;
import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopperId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;

/** Reads the columns of one row. Equal products, categories and shoppers share one object: files repeat them a lot. */
final class OrderRowReader {
    private final Map<String, ProductId> products = new HashMap<>();
    private final Map<String, Optional<Category>> categories = new HashMap<>();
    private final Map<String, Optional<ShopperId>> shoppers = new HashMap<>();
    private final Map<ProductId, String> names = new HashMap<>();

    /** Descriptions by product, the last one told. */
    Map<ProductId, String> productNames() {
        return names;
    }

    /** @throws OrdersFileException naming line, column, value and rule */
    OrderRow read(CSVRecord row, long fileLine) {
        String invoice = column(row, fileLine, "InvoiceNo", OrderRowReader::invoice);
        int quantity = column(row, fileLine, "Quantity", OrderRowReader::quantity);
        String description = column(row, fileLine, "Description", OrderRowReader::title);
        ProductId product = column(row, fileLine, "StockCode", this::product);
        long priceCents = column(row, fileLine, "UnitPrice", OrderRowReader::cents);
        if (!description.isEmpty()) {
            names.put(product, description);
        }
        Optional<Category> category = categories.computeIfAbsent(description, HeadNoun::of);
        return new OrderRow(
                fileLine,
                invoice,
                quantity < 0 || invoice.startsWith("C"),
                column(row, fileLine, "InvoiceDate", OrderRowReader::instant),
                column(row, fileLine, "CustomerID", this::shopper),
                description,
                column(
                        row,
                        fileLine,
                        "Quantity",
                        text -> new OrderLine(product, Math.abs(quantity), priceCents, category)));
    }

    private static <T> T column(CSVRecord row, long fileLine, String name, Function<String, T> reading) {
        String text = row.get(name).strip();
        try {
            return reading.apply(text);
        } catch (InvalidEventException e) {
            throw new OrdersFileException("line " + fileLine + ", column " + name + ": " + e.reason(), e);
        }
    }

    private static String invoice(String text) {
        if (text.isEmpty()) {
            throw new InvalidEventException("invoice number", text, "is missing");
        }
        return text;
    }

    private static String title(String text) {
        int chars = text.codePointCount(0, text.length());
        if (chars > ProductChanged.MAX_TITLE_CHARS) {
            throw new InvalidEventException(
                    "title", text, "has " + chars + " characters, more than " + ProductChanged.MAX_TITLE_CHARS);
        }
        return text;
    }

    private ProductId product(String text) {
        return products.computeIfAbsent(text, ProductId::new);
    }

    private Optional<ShopperId> shopper(String text) {
        return text.isEmpty() ? Optional.empty() : shoppers.computeIfAbsent(text, id -> Optional.of(new ShopperId(id)));
    }

    private static int quantity(String text) {
        if (!text.matches("[+-]?[0-9]{1,9}")) {
            throw new InvalidEventException("quantity", text, "is not a whole number");
        }
        return Integer.parseInt(text);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidEventException("date", text, "is not an ISO-8601 instant such as 2010-12-01T08:26:00Z");
        }
    }

    /** Minor units, rounded half to even so that no direction of rounding gathers over many lines. */
    private static long cents(String text) {
        if (!text.matches("-?[0-9]{1,12}([.][0-9]{1,9})?")) {
            throw new InvalidEventException("price", text, "is not a decimal number such as 2.55");
        }
        return new BigDecimal(text)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
