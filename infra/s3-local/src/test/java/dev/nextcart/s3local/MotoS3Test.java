package dev.nextcart.s3local;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The contract asked of an S3 that is not ours. moto (5.2.1) knows {@code If-None-Match} but no {@code If-Match}, which
 * is why that half is asked of ours alone.
 */
@SuppressWarnings("NullAway.Init")
@Timeout(120)
class MotoS3Test extends S3Contract {
    private static final int TRIES = 60;

    private static Process moto;
    private static S3Client client;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        int port = freePort();
        moto = launched(port);
        client = client(URI.create("http://127.0.0.1:" + port));
        awaitBucket();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (client != null) {
            client.close();
        }
        if (moto != null) {
            moto.descendants().forEach(ProcessHandle::destroyForcibly);
            moto.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Override
    S3Client s3() {
        return client;
    }

    private static Process launched(int port) {
        try {
            return new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return abort(
                    "moto_server is not on the PATH, so our S3 was compared with no other (pip install moto[server])");
        }
    }

    private static void awaitBucket() throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                client.createBucket(create -> create.bucket(BUCKET));
                return;
            } catch (SdkClientException e) {
                if (tries == TRIES || !moto.isAlive()) {
                    throw e;
                }
                Thread.sleep(500);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
