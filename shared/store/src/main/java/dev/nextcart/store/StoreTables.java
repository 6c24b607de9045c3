package dev.nextcart.store;

/** What the five tables are called; template.yaml makes them and tells the functions. */
public record StoreTables(String profiles, String lateEvents, String refusedEvents, String sales, String catalogue) {}
