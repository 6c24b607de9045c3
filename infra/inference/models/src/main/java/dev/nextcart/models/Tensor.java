package dev.nextcart.models;

import java.util.Arrays;

/** An array and its shape, row-major, for one run of a network. */
public sealed interface Tensor {
    long[] shape();

    @SuppressWarnings("ArrayRecordComponent") // megabytes, not copied; nobody compares them
    record Floats(float[] values, long... shape) implements Tensor {
        public Floats {
            check(values.length, shape);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // as above
    record Longs(long[] values, long... shape) implements Tensor {
        public Longs {
            check(values.length, shape);
        }
    }

    private static void check(int length, long[] shape) {
        long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (size != length) {
            throw new IllegalArgumentException(length + " values do not fill " + Arrays.toString(shape));
        }
    }
}
