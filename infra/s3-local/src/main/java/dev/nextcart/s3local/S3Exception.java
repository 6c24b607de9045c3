package dev.nextcart.s3local;

/** A request that S3 would refuse, by S3's own code for it. */
public final class S3Exception extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;

    S3Exception(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static S3Exception noSuchKey(String key) {
        return new S3Exception(404, "NoSuchKey", "The specified key does not exist: " + key);
    }

    static S3Exception invalid(String why) {
        return new S3Exception(400, "InvalidArgument", why);
    }

    static S3Exception notImplemented(String what) {
        return new S3Exception(501, "NotImplemented", "The S3 of the local cloud does not know " + what);
    }

    static S3Exception preconditionFailed(String condition) {
        return new S3Exception(
                412,
                "PreconditionFailed",
                "At least one of the pre-conditions you specified did not hold: " + condition);
    }

    public int status() {
        return status;
    }

    /** {@code NoSuchKey}, say. */
    public String code() {
        return code;
    }
}
