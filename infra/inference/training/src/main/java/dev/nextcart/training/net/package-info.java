/**
 * Networks as plain functions over DJL's arrays: named parameters, their optimiser, and a run over epochs that a kill -9
 * does not undo. Read {@link dev.nextcart.training.net.TrainingRun} first.
 */
@NullMarked
package dev.nextcart.training.net;

import org.jspecify.annotations.NullMarked;
