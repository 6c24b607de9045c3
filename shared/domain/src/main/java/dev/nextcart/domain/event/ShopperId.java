package dev.nextcart.domain.event;

/** Opaque and pseudonymous: 1..128 characters, no control characters. */
public record ShopperId(String value) implements Comparable<ShopperId> {
    public ShopperId {
        Rules.id("shopperId", value);
    }

    @Override
    public int compareTo(ShopperId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
