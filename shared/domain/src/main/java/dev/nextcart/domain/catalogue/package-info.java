/**
 * What the shop sells, as it last told: the newest change of each product, whatever order changes come in. Read
 * {@link dev.nextcart.domain.catalogue.Catalogue} first.
 */
@NullMarked
package dev.nextcart.domain.catalogue;

import org.jspecify.annotations.NullMarked;
