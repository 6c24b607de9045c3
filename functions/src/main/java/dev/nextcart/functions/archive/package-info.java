/** Once a day: what landed in the archive of shoppers who had been erased goes again. */
@NullMarked
package dev.nextcart.functions.archive;

import org.jspecify.annotations.NullMarked;
