package dev.nextcart.local.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The figures of an orders file by a plain loop over its text, sharing nothing with the code it checks. */
final class RawOrders {
    final Set<String> customers = new HashSet<>();
    final Set<String> invoices = new HashSet<>();
    final Set<String> returns = new HashSet<>();
    final Set<String> guestInvoices = new HashSet<>();
    long rows;
    long unitsSold;
    long unitsReturned;
    private BigDecimal gross = BigDecimal.ZERO;
    private BigDecimal returned = BigDecimal.ZERO;

    /** @param line invoice, stock code, description, quantity, date, price, customer, country */
    void add(String line) {
        List<String> values = split(line);
        String invoice = values.get(0);
        long quantity = Long.parseLong(values.get(3));
        BigDecimal amount = new BigDecimal(values.get(5)).multiply(BigDecimal.valueOf(quantity));
        rows++;
        if (values.get(6).isEmpty()) {
            guestInvoices.add(invoice);
        } else {
            customers.add(values.get(6));
        }
        if (quantity < 0) {
            returns.add(invoice);
            unitsReturned -= quantity;
            returned = returned.subtract(amount);
        } else {
            invoices.add(invoice);
            unitsSold += quantity;
            gross = gross.add(amount);
        }
    }

    long grossCents() {
        return cents(gross);
    }

    long netCents() {
        return cents(gross.subtract(returned));
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    private static List<String> split(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (char letter : (line + ",").toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(letter);
            }
        }
        return values;
    }
}
