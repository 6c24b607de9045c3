/**
 * Training and evaluation of the demand forecast: files of series, the network, the choice of its blend with the simple
 * methods on validation windows, and the scores of M4. Read {@link dev.nextcart.training.forecast.ForecastTraining} first.
 */
@NullMarked
package dev.nextcart.training.forecast;

import org.jspecify.annotations.NullMarked;
