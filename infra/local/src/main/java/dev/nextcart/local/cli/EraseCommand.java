package dev.nextcart.local.cli;

import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.local.client.Cloud;
import dev.nextcart.local.client.Receipt;
import dev.nextcart.wire.EventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./nextcart erase}. */
@Command(
        name = "erase",
        description = {
            "Has shoppers forgotten: sends ShopperErased, waits for the receipts, takes the shoppers out of the journal,"
                    + " and looks through every table and file for what still names one. Exits with 1 if anything does,"
                    + " or if an erasure did not come to its end in time.",
            "",
            "Erasing again gives the same receipt. A shopper nobody knows is kept out too.",
            ""
        })
final class EraseCommand implements Callable<Integer> {
    /** A search looks for each id in each text. */
    private static final int MAX_SHOPPERS = 10_000;

    private static final int MAX_TIMEOUT_SECONDS = 3_600;

    private final Screen screen;

    @Parameters(paramLabel = "SHOPPER", arity = "0..*", description = "Ids of shoppers")
    private List<String> ids = List.of();

    @Option(names = "--file", paramLabel = "FILE", description = "More ids, one a line, UTF-8")
    private @Nullable Path file;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long to wait for receipts (default: ${DEFAULT-VALUE})")
    private int timeoutSeconds;

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    EraseCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        List<ShopperId> shoppers = shoppers();
        if (timeoutSeconds < 1 || timeoutSeconds > MAX_TIMEOUT_SECONDS) {
            throw new CannotRunException("--timeout: " + timeoutSeconds + " is not in 1.." + MAX_TIMEOUT_SECONDS);
        }
        json.check();
        try (Connection cloud = state.connect()) {
            cloud.client().flushArchive(); // what lands after the erasure only the next sweep would find
            send(cloud, shoppers);
            Erasures.Report report = new Erasures(screen, cloud).finish(shoppers, Duration.ofSeconds(timeoutSeconds));
            new ErasurePage(screen, cloud.erasableStores()).print(report);
            json.write(() -> ErasurePage.json(report));
            return report.clean() ? Exit.OK : Exit.NOT_CLEAN;
        }
    }

    private static void send(Connection cloud, List<ShopperId> shoppers) {
        EventWriter writer = new EventWriter();
        for (int from = 0; from < shoppers.size(); from += Cloud.MAX_BATCH_EVENTS) {
            List<String> events =
                    shoppers.subList(from, Math.min(shoppers.size(), from + Cloud.MAX_BATCH_EVENTS)).stream()
                            .map(EraseCommand::request)
                            .map(writer::write)
                            .toList();
            for (Receipt receipt : cloud.client().send(events)) {
                if (receipt instanceof Receipt.Refused refused) {
                    throw new CannotRunException("the cloud refused the erasure: " + refused.reason());
                }
            }
        }
    }

    private static ShopperErased request(ShopperId shopper) {
        Origin origin = new Origin("erasure-" + UUID.randomUUID(), Instant.now());
        return new ShopperErased(origin, shopper, Optional.empty());
    }

    private List<ShopperId> shoppers() {
        List<String> all = new ArrayList<>(ids);
        if (file != null) {
            all.addAll(lines(file));
        }
        List<ShopperId> shoppers =
                all.stream().map(EraseCommand::shopper).distinct().toList();
        if (shoppers.isEmpty() || shoppers.size() > MAX_SHOPPERS) {
            throw new CannotRunException(
                    "say whom to erase: 1.." + MAX_SHOPPERS + " shoppers, as arguments or with --file");
        }
        return shoppers;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new CannotRunException("--file: cannot read " + file + " as UTF-8: " + e.getMessage(), e);
        }
    }

    private static ShopperId shopper(String id) {
        try {
            return new ShopperId(id);
        } catch (InvalidEventException e) {
            throw new CannotRunException(e.reason(), e);
        }
    }
}
