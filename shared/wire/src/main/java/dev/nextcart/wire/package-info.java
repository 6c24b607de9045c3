/**
 * The canonical JSON of an event, read into a fact and written back. It stands apart from the functions because the
 * late events, the archive and the local cloud's verifier read the same bytes. Read
 * {@link dev.nextcart.wire.EventReader} first; {@code events/} holds the JSON Schemas it agrees with.
 */
@NullMarked
package dev.nextcart.wire;

import org.jspecify.annotations.NullMarked;
