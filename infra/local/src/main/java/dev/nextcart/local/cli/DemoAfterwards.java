package dev.nextcart.local.cli;

import dev.nextcart.local.cost.CostEstimate;
import dev.nextcart.local.cost.CostTerms;
import dev.nextcart.local.cost.PriceTable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.OptionalInt;

/** What a demo shows of the cloud once its replay is verified: a receipt, how it stands, what it would cost. */
final class DemoAfterwards {
    private final Screen screen;

    private final Path root;

    /** @param root of the repository */
    DemoAfterwards(Screen screen, Path root) {
        this.screen = screen;
        this.root = root;
    }

    /** Pages that look at a running cloud belong here, each under its heading. */
    void print(Connection cloud, ReplayReport report) {
        new DrillPage(screen).print(report);
        report.erasures().ifPresent(erased -> new ErasurePage(screen, cloud.erasableStores()).sample(erased));
        screen.heading("The cloud afterwards");
        StatusMoment now = new StatusReading(cloud, InstantSource.system()).read();
        new StatusPainter(screen, OptionalInt::empty).print(new StatusPage(now, now).compact());
        PriceTable prices = PriceTable.read(CostCommand.defaultPrices(root));
        CostTerms terms = CostCommand.defaultTerms();
        new CostPage(screen).print(report.measured(), prices, terms, CostEstimate.of(report.measured(), prices, terms));
    }
}
