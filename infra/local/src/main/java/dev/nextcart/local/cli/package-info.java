/**
 * The command line. {@link dev.nextcart.local.cli.Nextcart} lists the commands; each is a small class that reads its
 * options, calls the rooms that do the work, and prints.
 */
@NullMarked
package dev.nextcart.local.cli;

import org.jspecify.annotations.NullMarked;
