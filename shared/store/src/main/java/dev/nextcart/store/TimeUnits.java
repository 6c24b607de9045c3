package dev.nextcart.store;

/** Units of a stored distance in time, coarsest first: shops tell orders by the minute, clicks by the millisecond. */
enum TimeUnits {
    MINUTES(0, 60_000),
    SECONDS(1, 1_000),
    MILLISECONDS(2, 1);

    /** Bits that hold a code. */
    static final int CODE_BITS = 2;

    private final int code;
    private final long millis;

    TimeUnits(int code, long millis) {
        this.code = code;
        this.millis = millis;
    }

    int code() {
        return code;
    }

    long millis() {
        return millis;
    }

    static TimeUnits coarsestOf(long millis) {
        if (millis % MINUTES.millis == 0) {
            return MINUTES;
        }
        return millis % SECONDS.millis == 0 ? SECONDS : MILLISECONDS;
    }

    static TimeUnits of(int code) {
        for (TimeUnits unit : values()) {
            if (unit.code == code) {
                return unit;
            }
        }
        throw new CorruptBodyException("time unit " + code + " is unknown");
    }
}
