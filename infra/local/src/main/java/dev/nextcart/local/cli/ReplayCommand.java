package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.shop.OrdersFile;
import dev.nextcart.local.shop.ReplayOptions;
import dev.nextcart.local.shop.ReplayResult;
import dev.nextcart.local.shop.Shop;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./nextcart replay}. */
@Command(
        name = "replay",
        description = {
            "Sends a shop's orders, oldest first, through the running local cloud, and waits until all are settled.",
            "",
            "The file has the columns InvoiceNo, StockCode, Description, Quantity, InvoiceDate (ISO instant), UnitPrice"
                    + " and CustomerID. An invoice becomes an order; negative quantities become a return; a row without"
                    + " customer counts in the sales ledger only. The category of a product is the last word of its"
                    + " description.",
            "",
            "A replay of events older than what the cloud has seen of a shopper sets them aside: start a fresh cloud.",
            ""
        })
final class ReplayCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(paramLabel = "FILE", description = "Orders as CSV or CSV.gz, UTF-8")
    @SuppressWarnings("NullAway.Init") // picocli sets it: it is required
    private Path file;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "GBP",
            description = "ISO 4217 currency of the prices (default: ${DEFAULT-VALUE})")
    private String currency = "GBP";

    @Mixin
    private final FaultOptions faults = new FaultOptions();

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    ReplayCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        ReplayOptions options = faults.options();
        json.check();
        try (Connection cloud = state.connect()) {
            Shop shop = new OrdersFile(file, currency).read();
            ReplayReport report = new ReplayRun(screen, cloud).run(shop, options);
            ReplayResult result = report.result();
            screen.good(Money.count(result.sent(), "event") + " settled in " + Durations.text(result.took()) + ", "
                    + Money.count(Math.round(result.eventsPerSecond())) + " a second");
            if (result.refusedAtDoor() > 0) {
                screen.bad(Money.count(result.refusedAtDoor(), "event") + " refused at the door");
            }
            report.erasures().ifPresent(erased -> new ErasurePage(screen, cloud.erasableStores()).sample(erased));
            screen.line("Next: ./nextcart verify, ./nextcart profile SHOPPER");
            json.write(() -> json(report));
            return result.refusedAtDoor() == 0 && report.clean() ? Exit.OK : Exit.NOT_CLEAN;
        }
    }

    private static ObjectNode json(ReplayReport report) {
        ReplayResult result = report.result();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("sent", result.sent())
                .put("repeats", result.repeats())
                .put("refusedAtDoor", result.refusedAtDoor())
                .put("functionsKilled", result.kills())
                .put("seconds", result.seconds())
                .put("eventsPerSecond", result.eventsPerSecond())
                .put("writeUnitsPerEvent", report.perEvent("WriteUnits"))
                .put("requestsPerEvent", report.perEvent("DynamoDbRequests"));
        report.erasures().ifPresent(erased -> json.set("erasures", ErasurePage.json(erased)));
        return json;
    }
}
