package dev.nextcart.local.privacy;

/**
 * Where an erased shopper is still named.
 *
 * @param place table and attribute, or file and line
 */
public record Trace(String shopper, String place) {}
