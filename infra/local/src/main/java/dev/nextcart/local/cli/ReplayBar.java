package dev.nextcart.local.cli;

import dev.nextcart.local.shop.ReplayProgress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar for a terminal. */
final class ReplayBar implements ReplayProgress, AutoCloseable {
    private static final int REDRAW_MILLIS = 200;
    private final ProgressBar bar;

    ReplayBar(long total) {
        bar = new ProgressBarBuilder()
                .setTaskName("Replaying")
                .setUnit(" events", 1)
                .setInitialMax(total)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .showSpeed()
                .build();
    }

    @Override
    public void now(long settled, long sent, long total) {
        bar.stepTo(settled);
    }

    @Override
    public void close() {
        bar.close();
    }
}
