/** Reviews: ratings into profiles. Sentiment comes with the inference endpoint. */
@NullMarked
package dev.nextcart.functions.reviews;

import org.jspecify.annotations.NullMarked;
