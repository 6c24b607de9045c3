package dev.nextcart.training.sentiment;

/** A text whose writer liked what it is about, or did not. */
record Review(String text, boolean positive) {}
