package dev.nextcart.local.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.local.shop.OrdersFile;
import dev.nextcart.local.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders from a file, archived and exported, are the same orders again: so they make the same profiles. */
@SuppressWarnings("NullAway.Init")
class RoundTripTest {
    @TempDir
    private Path folder;

    @Test
    void exporting_a_replayed_shop_and_reading_the_export_gives_the_same_events() throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01T08:26:00Z,2.55,17850,United Kingdom
                536365,71053,WHITE METAL LANTERN,6,2010-12-01T08:25:00Z,3.391,17850,United Kingdom
                C536379,D,Discount,-1,2010-12-01T09:41:00Z,27.50,14527,United Kingdom
                536380,22961,"JAM, MAKING SET ""PRINTED\""",24,2010-12-01T09:41:00Z,1.45,17809,United Kingdom
                536380,22961,,-3,2010-12-01T09:42:00Z,1.45,17809,United Kingdom
                536544,DOT,DOTCOM POSTAGE,1,2010-12-01T14:32:00Z,569.77,,United Kingdom
                A563185,B,Adjust bad debt,1,2011-08-12T14:50:00Z,-11062.06,,United Kingdom
                """);
        Shop shop = new OrdersFile(file, "GBP").read();
        SmallArchive archive = new SmallArchive(folder);
        archive.object(shop.events().reversed()).object(shop.events().subList(0, 3));

        archive.export();

        Shop again = new OrdersFile(archive.out().resolve("orders.csv.gz"), "GBP").read();
        assertFalse(orders(shop).isEmpty());
        assertEquals(orders(shop), orders(again));
    }

    /** A product's title is not told in its orders; an export has it in events.jsonl.gz. */
    private static List<ShopEvent> orders(Shop shop) {
        return shop.events().stream().filter(OrderEvent.class::isInstance).toList();
    }
}
