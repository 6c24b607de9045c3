package dev.nextcart.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.ShopperId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom a text names, however bad it is: what was refused must be found when its shopper is to be forgotten. Looked for
 * are fields called {@code shopperId} (or nearly so: {@code shopper_id}, {@code ShopperID}) at any depth, in JSON, in
 * JSON inside a JSON string, and, where the JSON is broken, in whatever looks like such a field. It may name too many;
 * it misses who stands under another name.
 */
public final class NamedShoppers {
    /** An envelope around an event, and the event as text in it, is as far as anybody wraps. */
    private static final int MAX_NESTED_TEXTS = 4;

    private static final int HEX = 16;
    private static final String FIELD = "shopper[_-]?id";
    private static final Pattern NAME = Pattern.compile(FIELD, Pattern.CASE_INSENSITIVE);
    private static final Pattern MENTION = Pattern.compile(
            FIELD + "[\\\\\"']*\\s*[:=]\\s*(?:\\\\*\"(?<double>(?:[^\"\\\\]|\\\\[^\"])*)|'(?<single>[^']*)"
                    + "|(?<bare>[^\\s\"'\\\\,;&}\\])]+))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(?<hex>[0-9a-fA-F]{4})|(?<one>.))");

    private final JsonFactory json = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** In the order in which they are found; empty if it names nobody that could be a shopper. */
    public Set<ShopperId> in(String text) {
        Set<ShopperId> found = new LinkedHashSet<>();
        find(text, 0, found);
        return found;
    }

    private void find(String text, int depth, Set<ShopperId> found) {
        if (depth > MAX_NESTED_TEXTS || !mayName(text)) {
            return;
        }
        if (!parsed(text, depth, found)) {
            Matcher mentions = MENTION.matcher(text);
            while (mentions.find()) {
                add(value(mentions), found);
            }
        }
    }

    /** Whether the text was JSON to its end; up to where it was not, what it names is found all the same. */
    private boolean parsed(String text, int depth, Set<ShopperId> found) {
        try (JsonParser parser = json.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() && isNamed(parser.getParsingContext())) {
                    add(parser.getText(), found);
                } else if (token == JsonToken.VALUE_STRING) {
                    find(parser.getText(), depth + 1, found);
                }
            }
            return true;
        } catch (JsonProcessingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("reading a string needs no input", e);
        }
    }

    /** In a list it is the list that has the name. */
    private static boolean isNamed(JsonStreamContext context) {
        JsonStreamContext object = context.inArray() ? context.getParent() : context;
        String name = object.getCurrentName();
        return name != null && NAME.matcher(name).matches();
    }

    /** Most texts do not, and most of the others are short. A name may be spelt in escapes. */
    private static boolean mayName(String text) {
        return NAME.matcher(text).find() || text.contains("\\u");
    }

    private static String value(Matcher mention) {
        return Stream.of("double", "single", "bare")
                .map(mention::group)
                .filter(Objects::nonNull)
                .findFirst()
                .map(NamedShoppers::unescaped)
                .orElse("");
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> {
            String hex = escape.group("hex");
            return Matcher.quoteReplacement(
                    hex == null ? escape.group("one") : Character.toString((char) Integer.parseInt(hex, HEX)));
        });
    }

    /** A null is nobody; what breaks a rule of ids is no shopper, and nobody could ask for its erasure. */
    private static void add(String id, Set<ShopperId> found) {
        if (id.equals("null")) {
            return;
        }
        try {
            found.add(new ShopperId(id));
        } catch (InvalidEventException e) {
            return; // Not an id.
        }
    }
}
