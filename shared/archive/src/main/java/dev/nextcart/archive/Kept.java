package dev.nextcart.archive;

import java.nio.file.Path;

/**
 * What is left of an object when somebody is forgotten in it.
 *
 * @param file the object to put in its place
 * @param records left
 * @param removed records that went; 0 means that nothing is to be done
 */
record Kept(Path file, long records, long removed) {}
