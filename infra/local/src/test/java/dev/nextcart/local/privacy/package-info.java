@NullMarked
package dev.nextcart.local.privacy;

import org.jspecify.annotations.NullMarked;
