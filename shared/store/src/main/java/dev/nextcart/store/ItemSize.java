package dev.nextcart.store;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What DynamoDB counts an item as (Developer Guide, "Item sizes and formats", read 2026-11): names and text as UTF-8,
 * binary as it is, a number as a byte for each two digits and one more. Kinds we do not store are not known here.
 */
final class ItemSize {
    private ItemSize() {}

    static int ofItem(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(attribute -> utf8(attribute.getKey()) + of(attribute.getValue()))
                .sum();
    }

    private static int of(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8(value.s());
            case N -> number(value.n());
            case B -> value.b().asByteArrayUnsafe().length;
            default -> throw new IllegalArgumentException("no item of ours has an attribute of type " + value.type());
        };
    }

    private static int number(String text) {
        String digits = text.replaceFirst("^-?0*", "").replaceFirst("0*$", "");
        return (digits.length() + 1) / 2 + 1 + (text.startsWith("-") ? 1 : 0);
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
