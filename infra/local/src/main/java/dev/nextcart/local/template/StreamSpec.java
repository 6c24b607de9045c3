package dev.nextcart.local.template;

import java.time.Duration;

/** A provisioned Kinesis stream; {@code shards} >= 1. */
public record StreamSpec(String id, String name, String arn, int shards, Duration retention) {}
