@NullMarked
package dev.nextcart.local.cost;

import org.jspecify.annotations.NullMarked;
