package dev.nextcart.local.cli;

import dev.nextcart.domain.profile.Amounts;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;

/** Minor units as a person writes them. */
final class Money {
    private Money() {}

    /** "GBP 1,234.50", several currencies side by side; "nothing" if there is none. */
    static String text(Amounts amounts) {
        return amounts.cents().isEmpty()
                ? "nothing"
                : amounts.cents().entrySet().stream()
                        .map(entry -> text(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(" + "));
    }

    static String text(String currency, long cents) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return currency + " " + String.format(Locale.ROOT, "%,." + digits + "f", BigDecimal.valueOf(cents, digits));
    }

    /** "1,234". */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 order", "2 orders". */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
