package dev.nextcart.local.cli;

import dev.nextcart.local.client.CloudFile;

/** Where a running cloud answers, and what to do with it. */
final class EndpointsPage {
    private EndpointsPage() {}

    static void print(Screen screen, CloudFile cloud) {
        screen.heading("The local cloud is up; Ctrl-C stops it");
        screen.row("control API", cloud.control() + "  (GET /status, POST /events)");
        screen.row("DynamoDB", cloud.dynamoDb() + "  (aws dynamodb list-tables --endpoint-url …)");
        screen.row("journal", cloud.journal().toString());
        screen.row("logs", cloud.journal().resolveSibling("logs").toString());
        screen.heading("Try, in another terminal");
        screen.line("  ./nextcart send events/            send the sample events");
        screen.line("  ./nextcart replay orders.csv       send a shop's history");
        screen.line("  ./nextcart profile SHOPPER         see what is known of one shopper");
        screen.line("  ./nextcart verify                  prove it right");
        screen.line("  ./nextcart status                  watch queues, streams, functions and tables");
        screen.line("  ./nextcart dlq list                see what was given up or refused, and why");
    }
}
