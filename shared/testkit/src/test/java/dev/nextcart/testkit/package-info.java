@org.jspecify.annotations.NullMarked
package dev.nextcart.testkit;
