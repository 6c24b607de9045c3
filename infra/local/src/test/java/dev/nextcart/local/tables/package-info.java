@NullMarked
package dev.nextcart.local.tables;

import org.jspecify.annotations.NullMarked;
