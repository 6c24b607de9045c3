package dev.nextcart.training;

import dev.nextcart.models.ModelException;
import java.util.Locale;

/** An exported network must say what the trained one says. */
public final class ParityGate {
    private final double limit;
    private double largest;

    /**
     * @param limit the largest absolute difference of an output that passes
     */
    public ParityGate(double limit) {
        this.limit = limit;
    }

    /** Compares the outputs for the same real inputs; call as often as there are inputs. */
    public void compare(float[] trained, float[] exported) {
        if (trained.length != exported.length || trained.length == 0) {
            throw new ModelException(
                    "the exported network gives " + exported.length + " numbers, the trained one " + trained.length);
        }
        for (int index = 0; index < trained.length; index++) {
            double difference = Math.abs((double) trained[index] - exported[index]);
            largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
        }
    }

    /**
     * @return the largest difference, for the model card
     * @throws ModelException if it is above the limit: such a file must not be published
     */
    public double passed() {
        if (largest > limit) {
            throw new ModelException(String.format(
                    Locale.ROOT,
                    "the exported network differs from the trained one by %.3g, more than %.3g: it is not published",
                    largest,
                    limit));
        }
        return largest;
    }
}
