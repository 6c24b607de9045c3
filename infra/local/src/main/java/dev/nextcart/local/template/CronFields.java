package dev.nextcart.local.template;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The six fields of a cron expression. A day must match day-of-month and day-of-week; one of them is always {@code ?},
 * which every day matches.
 *
 * @param lastDay whether day-of-month is {@code L}; then {@code days} is empty
 * @param weekdays 1 (Sunday) to 7
 */
record CronFields(
        BitSet minutes, BitSet hours, BitSet days, boolean lastDay, BitSet months, BitSet weekdays, BitSet years) {
    private static final int FIELDS = 6;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    static CronFields parse(String text) {
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("cron(" + text + ") has " + fields.length + " fields, not " + FIELDS
                    + ": minutes, hours, day-of-month, month, day-of-week, year");
        }
        boolean anyDay = fields[2].equals("?");
        if (anyDay == fields[4].equals("?")) {
            throw new IllegalArgumentException(
                    "cron(" + text + "): exactly one of day-of-month and day-of-week is to be \"?\"");
        }
        boolean last = fields[2].equals("L");
        return new CronFields(
                new CronField("minutes", 0, 59, List.of()).parse(fields[0]),
                new CronField("hours", 0, 23, List.of()).parse(fields[1]),
                last ? new BitSet() : new CronField("day-of-month", 1, 31, List.of()).parse(anyDay ? "*" : fields[2]),
                last,
                new CronField("month", 1, 12, MONTHS).parse(fields[3]),
                new CronField("day-of-week", 1, 7, WEEKDAYS).parse(anyDay ? fields[4] : "*"),
                new CronField("year", FIRST_YEAR, LAST_YEAR, List.of()).parse(fields[5]));
    }

    Optional<Instant> next(Instant after) {
        LocalDateTime from = LocalDateTime.ofInstant(after, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1);
        int minuteOfDay = from.getHour() * 60 + from.getMinute();
        for (LocalDate day = from.toLocalDate(); day.getYear() <= LAST_YEAR; day = day.plusDays(1)) {
            int minute = matches(day) ? firstMinute(minuteOfDay) : -1;
            if (minute >= 0) {
                return Optional.of(day.atStartOfDay().plusMinutes(minute).toInstant(ZoneOffset.UTC));
            }
            minuteOfDay = 0;
        }
        return Optional.empty();
    }

    private boolean matches(LocalDate day) {
        boolean dayOfMonth = lastDay ? day.getDayOfMonth() == day.lengthOfMonth() : days.get(day.getDayOfMonth());
        int sundayIsOne = day.getDayOfWeek().getValue() % 7 + 1;
        return dayOfMonth && weekdays.get(sundayIsOne) && months.get(day.getMonthValue()) && years.get(day.getYear());
    }

    /** The first minute of a day from this one on; -1 if there is none. */
    private int firstMinute(int from) {
        int hour = hours.nextSetBit(from / 60);
        int minute = hour < 0 ? -1 : minutes.nextSetBit(hour == from / 60 ? from % 60 : 0);
        if (hour >= 0 && minute < 0) {
            hour = hours.nextSetBit(hour + 1);
            minute = minutes.nextSetBit(0);
        }
        return hour < 0 ? -1 : hour * 60 + minute;
    }
}
