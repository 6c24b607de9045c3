package dev.nextcart.local.engine;

/** Where a rule of the bus sends what it matches. */
interface Target {
    /** Takes over one copy of the ticket, which is already counted. */
    void send(long ticket, String envelope);
}
