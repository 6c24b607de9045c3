@org.jspecify.annotations.NullMarked
package dev.nextcart.archive;
