package dev.nextcart.functions.wiring;

import dev.nextcart.archive.ArchiveSweep;
import dev.nextcart.archive.S3EventArchive;
import dev.nextcart.domain.erasure.ErasedShoppers;
import dev.nextcart.store.DynamoDbErasedShoppers;
import dev.nextcart.store.StoreMeter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The archive, for the few who forget shoppers in it. Only they are told its bucket, and only they make a client of S3. */
final class ArchiveWiring {
    /** Objects at once: reading one is half waiting, half unzipping. */
    private static final int OBJECTS_AT_ONCE = 8;

    private static final String OBJECTS = "archive-objects";

    @Produces
    @Singleton
    @Named(OBJECTS)
    Executor objects() {
        return Executors.newFixedThreadPool(
                OBJECTS_AT_ONCE, Thread.ofVirtual().name("archive-", 1).factory());
    }

    @Produces
    @Singleton
    S3EventArchive archive(
            S3Client s3,
            @ConfigProperty(name = "archive.bucket") Provider<String> bucket,
            @Named(OBJECTS) Executor objects) {
        return new S3EventArchive(s3, bucket.get(), objects);
    }

    @Produces
    @Singleton
    ArchiveSweep sweep(
            S3Client s3,
            @ConfigProperty(name = "archive.bucket") Provider<String> bucket,
            @Named(OBJECTS) Executor objects,
            DynamoDbEnhancedClient client,
            @ConfigProperty(name = "profiles.table") String profiles,
            StoreMeter meter,
            InstantSource clock) {
        ErasedShoppers erased = new DynamoDbErasedShoppers(client, profiles, meter);
        return new ArchiveSweep(s3, bucket.get(), objects, () -> erased.asOf(clock.instant()), clock);
    }
}
