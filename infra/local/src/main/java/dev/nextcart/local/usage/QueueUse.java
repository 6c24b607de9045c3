package dev.nextcart.local.usage;

/**
 * Requests to a queue, 64 KB of messages each. Polls that find nothing are not among them: they go by the hour.
 *
 * @param sends one message each, from rules and failure destinations
 * @param receives up to ten messages each, by Lambda
 * @param deletes up to ten messages each, by Lambda
 */
public record QueueUse(long sends, long receives, long deletes) {
    QueueUse since(QueueUse earlier) {
        return new QueueUse(sends - earlier.sends, receives - earlier.receives, deletes - earlier.deletes);
    }
}
