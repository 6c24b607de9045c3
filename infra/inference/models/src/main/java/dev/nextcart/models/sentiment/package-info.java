/**
 * Serving review sentiment: a text's features, in training and here the same, and the network over them. Start at {@link
 * dev.nextcart.models.sentiment.SentimentPredictor}.
 */
@NullMarked
package dev.nextcart.models.sentiment;

import org.jspecify.annotations.NullMarked;
