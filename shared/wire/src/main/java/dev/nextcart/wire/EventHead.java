package dev.nextcart.wire;

import java.util.Optional;

/**
 * What a door needs to know of an event to send it on its way, before anybody judges the rest.
 *
 * @param type as it stands there; perhaps no {@link EventType}
 * @param shopperId as it stands there, if it is text
 */
public record EventHead(String type, Optional<String> shopperId) {}
