/**
 * What a shopper may want next: a transformer's scores blended with sequential rules, neighbours and popularity, filtered,
 * ranked and given a reason. The baselines live here because they are served: as fallback and in the blend. Read {@link
 * dev.nextcart.models.recommend.RecommendPredictor} first.
 */
@NullMarked
package dev.nextcart.models.recommend;

import org.jspecify.annotations.NullMarked;
