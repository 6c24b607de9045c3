package dev.nextcart.archive;

import dev.nextcart.domain.event.StoreBusyException;
import java.io.IOException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Tells a busy world from a mistake of ours. */
final class S3Call {
    private static final int SERVER_ERROR = 500;

    private S3Call() {}

    /** A call that may break off in the middle of a stream. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws IOException;
    }

    /**
     * The call's answer.
     *
     * @param what what is done to which object, for the reason
     * @throws StoreBusyException when the call may pass if made again: throttled, timed out, 5xx, no connection
     */
    static <T> T orBusy(String what, Call<T> call) {
        try {
            return call.make();
        } catch (IOException e) {
            throw new StoreBusyException(what + ": " + e.getMessage(), e);
        } catch (SdkException e) {
            if (mayPass(e)) {
                throw new StoreBusyException(what + ": " + e.getMessage(), e);
            }
            throw e;
        }
    }

    private static boolean mayPass(SdkException e) {
        return switch (e) {
            case SdkServiceException answered ->
                answered.isThrottlingException() || answered.statusCode() >= SERVER_ERROR;
            case ApiCallTimeoutException late -> true;
            case ApiCallAttemptTimeoutException late -> true;
            case AbortedException interrupted -> true;
            case SdkClientException unsent -> unsent.retryable() || unsent.getCause() instanceof IOException;
            default -> false;
        };
    }
}
