@NullMarked
package dev.nextcart.local.runtime;

import org.jspecify.annotations.NullMarked;
