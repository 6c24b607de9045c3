package dev.nextcart.local.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What became of a text at the door. */
sealed interface Taken {
    String event();

    /** Adds the answer's field. */
    ObjectNode answer(ObjectNode to);

    /** It is on its way under this ticket. */
    record Delivered(String event, long ticket) implements Taken {
        @Override
        public ObjectNode answer(ObjectNode to) {
            return to.put("ticket", ticket);
        }
    }

    /** It lay among the dead letters, and others took its place: nobody will deliver it. Journalled, no answer. */
    record Withdrawn(String event) implements Taken {
        @Override
        public ObjectNode answer(ObjectNode to) {
            return to.put("withdrawn", true);
        }
    }

    /** It was set down among the refused. */
    record Refused(String event, String reason) implements Taken {
        @Override
        public ObjectNode answer(ObjectNode to) {
            return to.put("refused", reason);
        }
    }
}
