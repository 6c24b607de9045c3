package dev.nextcart.local.export;

import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers names from 1, in the order in which they come. The one thing here that grows with the shop, not the archive. */
final class Numbering {
    /** Some 150 bytes each. */
    static final int MAX_NAMES = 20_000_000;

    private final String what;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    Numbering(String what) {
        this.what = what;
    }

    int of(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        if (numbers.size() == MAX_NAMES) {
            throw new ExportException("More than " + MAX_NAMES + " " + what + "; export fewer days (--from, --to)");
        }
        numbers.put(name, numbers.size() + 1);
        return numbers.size();
    }

    Map<String, Integer> numbers() {
        return numbers;
    }
}
