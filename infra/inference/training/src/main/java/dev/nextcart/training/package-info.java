/**
 * Training and evaluation of the models that the endpoint serves: networks on DJL's PyTorch engine, exported to ONNX. Here
 * is what the tasks share; each has a package with its readers, protocol, network and commands.
 */
@NullMarked
package dev.nextcart.training;

import org.jspecify.annotations.NullMarked;
