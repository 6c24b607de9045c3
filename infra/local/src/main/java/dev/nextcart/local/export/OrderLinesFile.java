package dev.nextcart.local.export;

import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.local.export.ExportResult.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code orders.csv.gz}: order lines in the columns of UCI Online Retail, which {@code replay} reads, and a currency. What
 * came back or was called off has a negative quantity. What a replay makes of the file are the same events again where
 * they came from such a file; ids of other origin come out as {@code order-} or {@code return-} with the event's id.
 */
final class OrderLinesFile implements Sink {
    private static final String RETURNED = "C";

    private final OutFile file;

    OrderLinesFile(Path out) throws IOException {
        file = new OutFile(out, "orders.csv.gz");
        file.header("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Currency");
    }

    @Override
    public void take(ShopEvent event, String text) throws IOException {
        if (event instanceof OrderEvent order) {
            boolean placed = order instanceof OrderPlaced;
            String invoice = invoice(order, placed);
            for (OrderLine line : order.lines()) {
                file.row(Csv.line(
                        invoice,
                        line.product().value(),
                        // What the events know of a product's name; a replay takes the category from its last word.
                        line.category().map(category -> category.value()).orElse(""),
                        placed ? line.quantity() : -line.quantity(),
                        order.occurredAt(),
                        Csv.decimal(line.unitPriceCents()),
                        order.shopper().map(shopper -> shopper.value()).orElse(""),
                        order.currency()));
            }
        }
    }

    @Override
    public List<Written> finish() throws IOException {
        return List.of(file.finish());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A number of its own for each event; an order's must not begin as a return's does. */
    private static String invoice(OrderEvent order, boolean placed) {
        String prefix = placed ? "order-" : "return-";
        String invoice = order.eventId().equals(prefix + order.orderId()) ? order.orderId() : order.eventId();
        return placed && invoice.startsWith(RETURNED) ? prefix + invoice : invoice;
    }
}
