package dev.nextcart.domain.event;

/** Opaque: 1..128 characters, no control characters. */
public record ProductId(String value) implements Comparable<ProductId> {
    public ProductId {
        Rules.id("productId", value);
    }

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
