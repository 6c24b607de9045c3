/**
 * Texts as vectors: sentence encoders that were trained elsewhere, run as ONNX. Start at {@link
 * dev.nextcart.models.text.TextEmbedder}.
 */
@NullMarked
package dev.nextcart.models.text;

import org.jspecify.annotations.NullMarked;
