package dev.nextcart.local.export;

import dev.nextcart.domain.event.ShopEvent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What to export.
 *
 * @param out folder for the files
 * @param from first day (UTC) on which events occurred; empty for all before {@code to}
 * @param to last day, included
 */
public record ExportOptions(Path out, Optional<LocalDate> from, Optional<LocalDate> to) {
    public ExportOptions {
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new ExportException("--from " + from.get() + " is after --to " + to.get());
        }
    }

    boolean includes(ShopEvent event) {
        LocalDate day = LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
        return !from.map(day::isBefore).orElse(false) && !to.map(day::isAfter).orElse(false);
    }
}
