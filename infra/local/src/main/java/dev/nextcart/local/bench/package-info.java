/**
 * Measures the real function packages, without the delivery engine in between. Read
 * {@link dev.nextcart.local.bench.Workbench} first; {@link dev.nextcart.local.bench.FunctionsBench} is what is measured.
 */
@NullMarked
package dev.nextcart.local.bench;

import org.jspecify.annotations.NullMarked;
