package dev.nextcart.domain.event;

/** A product's category as the shop names it: 1..64 characters. Facts carry it so that no fold needs a catalogue. */
public record Category(String value) {
    static final int MAX_CHARS = 64;

    public Category {
        Rules.text("category", value, 1, MAX_CHARS);
    }
}
