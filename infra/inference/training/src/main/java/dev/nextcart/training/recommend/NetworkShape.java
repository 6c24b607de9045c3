package dev.nextcart.training.recommend;

/**
 * The network's sizes.
 *
 * @param items in the catalogue
 * @param width of each embedding and hidden state
 * @param layers of attention and feed-forward
 * @param heads that share the width among them
 * @param maxLength how many of the newest items it looks at
 */
record NetworkShape(int items, int width, int layers, int heads, int maxLength) {
    NetworkShape {
        if (items < 1 || width < 1 || layers < 1 || heads < 1 || maxLength < 1 || width % heads != 0) {
            throw new IllegalArgumentException("No network of " + items + " items, width " + width + ", " + layers
                    + " layers, " + heads + " heads, length " + maxLength);
        }
    }

    int headWidth() {
        return width / heads;
    }
}
