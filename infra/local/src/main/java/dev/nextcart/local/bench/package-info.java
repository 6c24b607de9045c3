/**
 * Measures the real function packages, without the delivery engine in between. Read
 * {@link dev.nextcart.local.bench.Workbench} first; {@link dev.nextcart.local.bench.FunctionsBench},
 * {@link dev.nextcart.local.bench.ColdStartBench} and {@link dev.nextcart.local.bench.WarmBench} measure.
 */
@NullMarked
package dev.nextcart.local.bench;

import org.jspecify.annotations.NullMarked;
