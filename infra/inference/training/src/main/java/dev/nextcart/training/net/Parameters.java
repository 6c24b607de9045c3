package dev.nextcart.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A network's weights by name, with gradients. First values depend on the seed and the name alone, so that adding one
 * leaves the others as they were.
 */
public final class Parameters implements AutoCloseable {
    private final NDManager manager;
    private final long seed;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    public Parameters(NDManager parent, long seed) {
        this.manager = parent.newSubManager();
        this.seed = seed;
    }

    /** Drawn from N(0, deviation²). */
    public NDArray normal(String name, double deviation, long... shape) {
        RandomGenerator random = new SplittableRandom(seed ^ (0x9E3779B97F4A7C15L * name.hashCode()));
        float[] values = new float[Math.toIntExact(new Shape(shape).size())];
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) (deviation * random.nextGaussian());
        }
        return add(name, values, shape);
    }

    /** N(0, 2 / (in + out)): Glorot and Bengio 2010. */
    public NDArray glorot(String name, long in, long out) {
        return normal(name, Math.sqrt(2.0 / (in + out)), in, out);
    }

    public NDArray zeros(String name, long... shape) {
        return add(name, new float[Math.toIntExact(new Shape(shape).size())], shape);
    }

    public NDArray ones(String name, long... shape) {
        float[] values = new float[Math.toIntExact(new Shape(shape).size())];
        Arrays.fill(values, 1);
        return add(name, values, shape);
    }

    /** With these values to begin with. */
    public NDArray add(String name, float[] values, long... shape) {
        NDArray array = manager.create(values, new Shape(shape));
        array.setName(name);
        array.setRequiresGradient(true);
        if (arrays.putIfAbsent(name, array) != null) {
            throw new IllegalArgumentException("there is a parameter " + name + " already");
        }
        return array;
    }

    public NDArray get(String name) {
        @Nullable NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no parameter " + name + " among " + arrays.keySet());
        }
        return array;
    }

    /** In the order in which they were made. */
    public Set<String> names() {
        return arrays.keySet();
    }

    public long[] shape(String name) {
        return get(name).getShape().getShape();
    }

    /** A copy, row-major. */
    public float[] values(String name) {
        return get(name).toFloatArray();
    }

    /** A copy of all, to be given back to {@link #set}. */
    public Map<String, float[]> values() {
        Map<String, float[]> values = new LinkedHashMap<>();
        arrays.forEach((name, array) -> values.put(name, array.toFloatArray()));
        return values;
    }

    /**
     * @throws IllegalArgumentException if a parameter is missing or of another size
     */
    public void set(Map<String, float[]> values) {
        for (Map.Entry<String, NDArray> each : arrays.entrySet()) {
            float @Nullable [] given = values.get(each.getKey());
            NDArray array = each.getValue();
            if (given == null || given.length != array.size()) {
                throw new IllegalArgumentException("these are not this network's parameters: " + each.getKey());
            }
            array.set(given);
        }
    }

    /** How many numbers there are in all. */
    public long size() {
        return arrays.values().stream().mapToLong(NDArray::size).sum();
    }

    NDManager manager() {
        return manager;
    }

    @Override
    public void close() {
        manager.close();
    }
}
