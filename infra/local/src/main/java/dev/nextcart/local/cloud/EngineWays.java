package dev.nextcart.local.cloud;

import dev.nextcart.local.engine.DeliveryEngine;

/** Into the delivery engine. */
record EngineWays(DeliveryEngine engine, String streamId) implements Ways {
    private static final String SOURCE = "nextcart.shop";

    @Override
    public long toTheBus(String detailType, String detail) {
        return engine.putEvent(SOURCE, detailType, detail);
    }

    @Override
    public long toTheStream(String partitionKey, byte[] data) {
        return engine.putRecord(streamId, partitionKey, data);
    }
}
