package dev.nextcart.local.engine;

import dev.nextcart.local.usage.QueueUse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Counts requests to one queue as SQS bills them: each 64 KB of payload is one (Amazon SQS pricing, read 2026-11), and
 * Lambda receives and deletes by tens, the most that one request takes.
 */
final class QueueRequests {
    static final int CHUNK_BYTES = 64 * 1024;
    private static final int MESSAGES_A_REQUEST = 10;

    private long sends;
    private long receives;
    private long deletes;

    void sent(String body) {
        sends += chunks(bytes(body));
    }

    void received(List<Delivery> batch) {
        for (int from = 0; from < batch.size(); from += MESSAGES_A_REQUEST) {
            receives += chunks(batch.subList(from, Math.min(batch.size(), from + MESSAGES_A_REQUEST)).stream()
                    .mapToLong(each -> bytes(each.message().body))
                    .sum());
        }
    }

    void deleted(int messages) {
        deletes += (messages + MESSAGES_A_REQUEST - 1) / MESSAGES_A_REQUEST;
    }

    QueueUse use() {
        return new QueueUse(sends, receives, deletes);
    }

    /** At least one: an empty payload is a request too. */
    static long chunks(long bytes) {
        return Math.max(1, (bytes + CHUNK_BYTES - 1) / CHUNK_BYTES);
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
