package dev.nextcart.local.engine;

/** Where the local cloud says it is. */
final class Place {
    static final String REGION = "us-east-1";
    static final String ACCOUNT = "000000000000";

    private Place() {}
}
