@org.jspecify.annotations.NullMarked
package dev.nextcart.s3local;
