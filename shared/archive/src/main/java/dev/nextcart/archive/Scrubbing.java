package dev.nextcart.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Reads an object and writes what may stay of it. One for each kind of object. */
interface Scrubbing {
    /**
     * Streams: an object may be larger than memory.
     *
     * @param object its bytes
     * @param to a file that gets what is left; of no use when nothing was removed
     */
    Kept keep(InputStream object, Forgotten forgotten, Path to) throws IOException;

    /** How many records name somebody who is to be forgotten. */
    long count(InputStream object, Forgotten forgotten) throws IOException;
}
