package dev.nextcart.local.engine;

/** Where delivery streams put their objects. Called by one thread. */
@FunctionalInterface
public interface Landing {
    /** For templates without delivery streams. */
    Landing NOWHERE = (bucket, key, object) -> {
        throw new IllegalStateException("nobody said where objects of " + bucket + " are to land");
    };

    /**
     * Stores an object; when it returns, all of it is there. What it throws is logged, and the records stay buffered.
     *
     * @param object its bytes, gzipped
     */
    void land(String bucket, String key, byte[] object);
}
