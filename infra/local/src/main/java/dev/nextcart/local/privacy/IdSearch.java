package dev.nextcart.local.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.domain.event.ShopperId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Finds shoppers' ids in texts, as whole words: {@code shopper-12} is in {@code order-shopper-12-1}, not in {@code
 * shopper-123}. JSON is searched string by string, and JSON in its strings too; numbers are no ids. A product may be
 * called like a shopper (shops number both), so fields of products are passed over.
 */
public final class IdSearch {
    /** A journal's line holds an event; an envelope in it would be one more. */
    private static final int MAX_NESTED_TEXTS = 4;

    /** What names a product and nobody else, in events and items; {@code line} is a ledger's key and begins with one. */
    private static final Set<String> OF_PRODUCTS = Set.of("productId", "line");

    private static final Pattern PRODUCT_BEFORE = Pattern.compile("productId\\W{1,8}$");
    private static final int PRODUCT_BEFORE_CHARS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> ids;

    public IdSearch(Collection<ShopperId> shoppers) {
        this.ids = shoppers.stream().map(ShopperId::value).distinct().toList();
    }

    /** The first id in a text. */
    public Optional<String> in(String text) {
        return in(text, 0);
    }

    /** The first id in what a field holds. */
    public Optional<String> in(String field, String text) {
        return OF_PRODUCTS.contains(field) ? Optional.empty() : in(text);
    }

    private Optional<String> in(String text, int depth) {
        if (ids.stream().noneMatch(text::contains) && text.indexOf('\\') < 0) {
            return Optional.empty();
        }
        Optional<JsonNode> json = depth < MAX_NESTED_TEXTS ? parsed(text) : Optional.empty();
        return json.isPresent()
                ? in(json.get(), depth)
                : ids.stream().filter(id -> isWordIn(text, id)).findFirst();
    }

    private Optional<String> in(JsonNode json, int depth) {
        if (json.isTextual()) {
            return in(json.textValue(), depth + 1);
        }
        if (json.isObject()) {
            return json.properties().stream()
                    .filter(field -> !OF_PRODUCTS.contains(field.getKey()))
                    .flatMap(field -> in(field.getValue(), depth).stream())
                    .findFirst();
        }
        return StreamSupport.stream(json.spliterator(), false)
                .flatMap(element -> in(element, depth).stream())
                .findFirst();
    }

    private static boolean isWordIn(String text, String id) {
        for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
            int end = at + id.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
            String before = text.substring(Math.max(0, at - PRODUCT_BEFORE_CHARS), at);
            if (begins && ends && !PRODUCT_BEFORE.matcher(before).find()) {
                return true;
            }
        }
        return false;
    }

    /** Only what has fields or elements: a lone string is a text. */
    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
