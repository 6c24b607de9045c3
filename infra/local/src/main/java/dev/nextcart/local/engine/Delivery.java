package dev.nextcart.local.engine;

/**
 * A message as received once. It may be received again while this delivery is still being worked on.
 *
 * @param receive number of this receive, from 1
 */
record Delivery(Message message, int receive) {
    String receiptHandle() {
        return message.id + "#" + receive;
    }

    /** Whether nobody received the message since, and it is still in its queue. */
    boolean isLatest() {
        return message.receiveCount == receive && !message.gone;
    }
}
