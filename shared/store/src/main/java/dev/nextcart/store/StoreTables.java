package dev.nextcart.store;

/** What the four tables are called; template.yaml makes them and tells the functions. */
public record StoreTables(String profiles, String lateEvents, String refusedEvents, String sales) {}
