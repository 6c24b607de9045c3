package dev.nextcart.models.text;

/** Length 1, so that a dot product is a cosine. */
final class UnitVector {
    private UnitVector() {}

    /** In place; the zero vector, which has no direction, stays. */
    static void scale(float[] vector) {
        double squares = 0;
        for (float each : vector) {
            squares += (double) each * each;
        }
        if (squares == 0) {
            return;
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
    }
}
