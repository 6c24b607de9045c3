package dev.nextcart.local.cloud;

/** The ways in behind the door. Each returns a ticket or throws {@link IllegalArgumentException} with the limit. */
interface Ways {
    long toTheBus(String detailType, String detail);

    long toTheStream(String partitionKey, byte[] data);
}
