/**
 * What the inference endpoint is asked and what it answers: one record per task and side, and their JSON in {@link
 * dev.nextcart.inference.Contract}, read as a tree, so that a native image needs no reflection. A record that exists is
 * valid; what cannot be valid throws {@link dev.nextcart.inference.InvalidInstanceException}. Read {@link
 * dev.nextcart.inference.Contract} first.
 */
@NullMarked
package dev.nextcart.inference;

import org.jspecify.annotations.NullMarked;
