package dev.nextcart.local.cli;

import dev.nextcart.local.export.ExportProgress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar for a terminal, one step after the other. */
final class ExportBar implements ExportProgress, AutoCloseable {
    private static final int REDRAW_MILLIS = 200;
    private static final int PERCENT = 100;
    private final ProgressBar bar = new ProgressBarBuilder()
            .setTaskName("Exporting")
            .setUnit(" %", 1)
            .setInitialMax(PERCENT)
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .build();

    @Override
    public void now(String step, long done, long total) {
        bar.setExtraMessage(step);
        bar.stepTo(PERCENT * done / Math.max(1, total));
    }

    @Override
    public void close() {
        bar.close();
    }
}
