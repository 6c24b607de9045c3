package dev.nextcart.local.cli;

import dev.nextcart.local.cli.CloudStarter.Started;
import dev.nextcart.local.shop.OrdersFile;
import dev.nextcart.local.shop.ReplayOptions;
import dev.nextcart.local.shop.Shop;
import dev.nextcart.local.shop.SyntheticShop;
import dev.nextcart.local.verify.Verification;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./nextcart demo}. */
@Command(
        name = "demo",
        description = {
            "Starts everything on this machine, replays a shop through the real functions, proves the result right,"
                    + " says what came of it, and stops. Exits with 0 only if verification finds no difference.",
            "",
            "Without --orders the shop is a synthetic one, made from --seed: no real person's data. For the columns of"
                    + " an orders file see: nextcart replay --help",
            ""
        })
final class DemoCommand implements Callable<Integer> {
    private final Screen screen;
    private final CloudStarter starter;
    private final Path root;

    @Option(names = "--orders", paramLabel = "FILE", description = "Replay this shop's orders: CSV or CSV.gz, UTF-8")
    private @Nullable Path orders;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "GBP",
            description = "ISO 4217 currency of the prices in --orders (default: ${DEFAULT-VALUE})")
    private String currency = "GBP";

    @Mixin
    private final FaultOptions faults = new FaultOptions();

    @Option(names = "--stay", description = "Keep the cloud up afterwards, until Ctrl-C")
    private boolean stay;

    @Mixin
    private final KindOption functions = new KindOption();

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    /** @param root of the repository */
    DemoCommand(Screen screen, CloudStarter starter, Path root) {
        this.screen = screen;
        this.starter = starter;
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        // A sample receipt; a real shop's ledger is too long to be searched for nothing.
        ReplayOptions options = faults.options(orders == null ? 1 : 0);
        json.check();
        Shop shop = orders == null ? new SyntheticShop(options.seed()).open() : new OrdersFile(orders, currency).read();
        try (Started started = new CloudUp(screen, starter).start(state, functions);
                Connection cloud = state.connect()) {
            ReplayReport report = new ReplayRun(screen, cloud).run(shop, options);
            screen.note("Verifying …");
            Verification verification = cloud.verify();
            DemoPage page = new DemoPage(screen, shop, command());
            page.print(report, verification);
            new DemoAfterwards(screen, root).print(cloud, report);
            page.next(verification.figures());
            json.write(() -> SummaryJson.of(verification, report));
            if (stay) {
                EndpointsPage.print(screen, cloud.file());
                started.awaitStop();
            }
            return verification.clean() && report.isAsPlanned() ? Exit.OK : Exit.NOT_CLEAN;
        }
    }

    private String command() {
        return "./nextcart demo" + (orders == null ? "" : " --orders " + orders);
    }
}
