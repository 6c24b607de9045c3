@NullMarked
package dev.nextcart.local.cloud;

import org.jspecify.annotations.NullMarked;
