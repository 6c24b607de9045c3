/**
 * Models as they are served: version folders, their registry, and the ONNX session. A package per task holds its features,
 * its baselines and its {@link dev.nextcart.models.Predictor}. Nothing here trains. Read {@link
 * dev.nextcart.models.ModelRegistry} first.
 */
@NullMarked
package dev.nextcart.models;

import org.jspecify.annotations.NullMarked;
