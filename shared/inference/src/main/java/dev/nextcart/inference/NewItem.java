package dev.nextcart.inference;

/**
 * An item the model was not trained on, to be ranked among those it knows by what is written about it.
 *
 * @param text title and description, 1..2,000 characters
 */
public record NewItem(String itemId, String text) {
    private static final int MAX_TEXT_CHARS = 2_000;

    public NewItem {
        Rules.id("itemId", itemId);
        Rules.notBlank("text", text);
        Rules.range("text.length", text.length(), 1, MAX_TEXT_CHARS);
    }
}
