package dev.nextcart.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a whole request was not answered, as RFC 9457 has it.
 *
 * @param code for programs; the last part of the problem's type
 * @param detail for people: what happened, to what, and what to do
 * @param retryAfter when it may succeed
 */
record Problem(int status, String code, String detail, Optional<Duration> retryAfter) {
    static final String MEDIA_TYPE = "application/problem+json";

    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int TOO_LARGE = 413;
    static final int UNSUPPORTED_MEDIA_TYPE = 415;
    static final int FAILED = 500;
    static final int UNAVAILABLE = 503;
    static final int TIMED_OUT = 504;

    static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Optional.empty());
    }

    static Problem busy(String code, String detail, Duration retryAfter) {
        return new Problem(UNAVAILABLE, code, detail, Optional.of(retryAfter));
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "urn:nextcart:problem:" + code)
                .put("title", code.replace('-', ' '))
                .put("status", status)
                .put("detail", detail);
    }

    RefusedException exception() {
        return new RefusedException(this);
    }

    /** Carries a problem out of the reading and the answering of a request. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        private RefusedException(Problem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
