/**
 * {@code ./nextcart train}, {@code evaluate} and {@code models}: what the tasks' commands share, and the program that holds
 * them, {@link dev.nextcart.training.cli.Inference}.
 */
@NullMarked
package dev.nextcart.training.cli;

import org.jspecify.annotations.NullMarked;
