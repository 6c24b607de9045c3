package dev.nextcart.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may ask: everybody, or who brings the token. */
record Access(Optional<String> token) {
    private static final String SCHEME = "Bearer ";

    Access {
        token.ifPresent(it -> {
            if (it.isBlank()) {
                throw new IllegalArgumentException("nextcart.endpoint.token is blank: leave it out, or choose one");
            }
        });
    }

    /** In a time that does not depend on how much of the token is right. */
    boolean permits(@Nullable String authorization) {
        if (token.isEmpty()) {
            return true;
        }
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        token.get().getBytes(StandardCharsets.UTF_8),
                        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
