package dev.nextcart.local.cli;

import dev.nextcart.domain.profile.Weeks;
import dev.nextcart.domain.profile.Weeks.Week;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A shopper's last weeks as bars, one a line, quiet weeks left out: orders solid, views light. */
final class WeekChart {
    private static final int WIDTH = 24;

    /** {@link Weeks#weekOf} counts from this Monday. */
    private static final LocalDate WEEK_ZERO = LocalDate.of(1969, 12, 29);

    private WeekChart() {}

    static List<String> lines(Weeks weeks) {
        List<String> lines = new ArrayList<>();
        if (weeks.byWeek().isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.add("  week of     " + " ".repeat(WIDTH) + "  orders  views  spent");
        long most = weeks.byWeek().values().stream()
                .mapToLong(week -> week.orders() + week.views())
                .max()
                .orElse(1);
        for (Map.Entry<Integer, Week> entry : weeks.byWeek().entrySet()) {
            lines.add(line(entry.getKey(), entry.getValue(), most));
        }
        return lines;
    }

    private static String line(int number, Week week, long most) {
        int orders = Math.min(WIDTH, bar(week.orders(), most));
        int views = Math.min(WIDTH - orders, bar(week.views(), most));
        String bar = "█".repeat(orders) + "░".repeat(views) + " ".repeat(WIDTH - orders - views);
        return String.format(
                Locale.ROOT,
                "  %s  %s  %6d  %5d  %s",
                WEEK_ZERO.plusWeeks(number),
                bar,
                week.orders(),
                week.views(),
                week.orders() == 0 ? "" : Money.text(week.spend()));
    }

    /** At least one cell for anything at all. */
    private static int bar(long count, long most) {
        return (int) Math.ceilDiv(count * WIDTH, most);
    }
}
