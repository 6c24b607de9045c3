@NullMarked
package dev.nextcart.local.template;

import org.jspecify.annotations.NullMarked;
