@org.jspecify.annotations.NullMarked
package dev.nextcart.local.export;
