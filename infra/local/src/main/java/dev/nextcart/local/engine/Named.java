package dev.nextcart.local.engine;

import java.util.Map;

/** Finds a resource by its logical id, or says which there are. */
final class Named {
    private Named() {}

    static <T> T in(String kind, Map<String, T> resources, String id) {
        T found = resources.get(id);
        if (found == null) {
            throw new IllegalArgumentException(
                    "there is no " + kind + " " + id + "; the template has " + resources.keySet());
        }
        return found;
    }
}
