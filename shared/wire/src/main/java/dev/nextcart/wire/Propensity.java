package dev.nextcart.wire;

import dev.nextcart.domain.event.InvalidEventException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A probability in (0, 1] on the wire, parts per million inside. */
final class Propensity {
    private static final int PPM_DIGITS = 6;

    private Propensity() {}

    /** Rounded half up, and at least 1: what was shown was not impossible, and propensities get divided by. */
    static int toPpm(String field, double propensity) {
        if (!(propensity > 0 && propensity <= 1)) {
            throw new InvalidEventException(field, propensity, "is not above 0 and at most 1");
        }
        BigDecimal ppm = BigDecimal.valueOf(propensity).scaleByPowerOfTen(PPM_DIGITS);
        return Math.max(1, ppm.setScale(0, RoundingMode.HALF_UP).intValueExact());
    }

    /** The shortest decimal that reads back as this. */
    static String ofPpm(int ppm) {
        return BigDecimal.valueOf(ppm, PPM_DIGITS).stripTrailingZeros().toPlainString();
    }
}
