/**
 * How much of a product will sell: the global network, the simple methods beside it, and how the two are combined for one
 * history. Read {@link dev.nextcart.models.forecast.ForecastPredictor} first. The simple methods need the JDK only: they are
 * the fallback, a part of the blend, and the lines that a network must beat.
 */
@NullMarked
package dev.nextcart.models.forecast;

import org.jspecify.annotations.NullMarked;
