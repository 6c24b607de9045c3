/** Writing ONNX files, over the protobuf messages of tribuo-util-onnx. */
@NullMarked
package dev.nextcart.training.onnx;

import org.jspecify.annotations.NullMarked;
