/**
 * The archive: every event as it came in, one a line, gzipped, by the day it arrived. Here it is read, and here a shopper
 * is forgotten in it. Read {@link dev.nextcart.archive.S3EventArchive} first.
 */
@NullMarked
package dev.nextcart.archive;

import org.jspecify.annotations.NullMarked;
