package dev.nextcart.wire;

import com.fasterxml.jackson.core.JsonStreamContext;

/** Where a parser stands, as an operator would write it: {@code lines[3].quantity}. */
final class JsonPath {
    private JsonPath() {}

    static String of(JsonStreamContext context) {
        String path = within(context);
        return path.isEmpty() ? "the payload" : path;
    }

    private static String within(JsonStreamContext context) {
        if (context.inRoot()) {
            return "";
        }
        String parent = within(context.getParent());
        if (context.inArray()) {
            return parent + "[" + context.getCurrentIndex() + "]";
        }
        if (!context.hasCurrentName()) {
            return parent;
        }
        return parent.isEmpty() ? context.getCurrentName() : parent + "." + context.getCurrentName();
    }
}
