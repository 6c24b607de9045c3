@NullMarked
package dev.nextcart.local.bench;

import org.jspecify.annotations.NullMarked;
