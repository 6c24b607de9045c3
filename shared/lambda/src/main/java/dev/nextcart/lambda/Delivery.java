package dev.nextcart.lambda;

/**
 * One message of a batch.
 *
 * @param id what the source calls it: SQS message id, Kinesis sequence number
 * @param payload its body as text; bytes of a stream are read as UTF-8
 */
public record Delivery(String id, String payload) {}
