package dev.nextcart.functions.wiring;

import dev.nextcart.archive.S3EventArchive;
import dev.nextcart.domain.catalogue.CatalogueKeeping;
import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.erasure.Erasure;
import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.ledger.SalesLedger;
import dev.nextcart.domain.profile.ProfileFolding;
import dev.nextcart.domain.profile.ProfileFolding.Backoff;
import dev.nextcart.functions.intake.Report;
import dev.nextcart.store.DynamoDbCatalogue;
import dev.nextcart.store.DynamoDbErasableLateEvents;
import dev.nextcart.store.DynamoDbErasableRefusals;
import dev.nextcart.store.DynamoDbLateEvents;
import dev.nextcart.store.DynamoDbProfileStore;
import dev.nextcart.store.DynamoDbRefusals;
import dev.nextcart.store.DynamoDbSalesLedger;
import dev.nextcart.store.DynamoDbTombstones;
import dev.nextcart.store.JitteredBackoff;
import dev.nextcart.store.StoreMeter;
import dev.nextcart.wire.EventReader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/** One object for each port, made when a handler first needs it. Table names come from the environment. */
final class Wiring {
    /** Calls to DynamoDB at once: enough that 50 shoppers' writes take the time of four. */
    private static final int CALLS_AT_ONCE = 16;

    private static final String CALLS = "dynamodb-calls";

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    EventReader reader(InstantSource clock) {
        return new EventReader(clock);
    }

    @Produces
    @Singleton
    StoreMeter meter() {
        return new StoreMeter();
    }

    @Produces
    @Singleton
    Report report(
            @ConfigProperty(name = "nextcart.service", defaultValue = "nextcart") String service,
            StoreMeter meter,
            InstantSource clock) {
        return new Report(service, meter, clock, System.out);
    }

    @Produces
    @Singleton
    @Named(CALLS)
    Executor calls() {
        return Executors.newFixedThreadPool(
                CALLS_AT_ONCE, Thread.ofVirtual().name("dynamodb-", 1).factory());
    }

    @Produces
    @Singleton
    Backoff backoff() {
        return new JitteredBackoff();
    }

    @Produces
    @Singleton
    Refusals refusals(
            DynamoDbEnhancedClient client,
            @ConfigProperty(name = "refused.events.table") String table,
            @ConfigProperty(name = "profiles.table") String profiles,
            StoreMeter meter,
            InstantSource clock) {
        return new DynamoDbRefusals(client, table, profiles, meter, clock);
    }

    /** From here on: only who needs a table is told its name, so nobody else may fail for want of it. */
    @Produces
    @Singleton
    SalesLedger ledger(
            DynamoDbEnhancedClient client,
            @ConfigProperty(name = "sales.table") Provider<String> table,
            StoreMeter meter,
            @Named(CALLS) Executor calls,
            Backoff backoff) {
        return new DynamoDbSalesLedger(client, table.get(), meter, calls, backoff);
    }

    @Produces
    @Singleton
    ProfileFolding folding(
            DynamoDbEnhancedClient client,
            @ConfigProperty(name = "profiles.table") Provider<String> profiles,
            @ConfigProperty(name = "late.events.table") Provider<String> lateEvents,
            StoreMeter meter,
            @Named(CALLS) Executor calls,
            Backoff backoff,
            InstantSource clock) {
        return new ProfileFolding(
                new DynamoDbProfileStore(client, profiles.get(), meter, backoff, clock),
                new DynamoDbLateEvents(client, lateEvents.get(), profiles.get(), meter, clock),
                calls,
                backoff);
    }

    @Produces
    @Singleton
    Erasure erasure(
            DynamoDbEnhancedClient client,
            @ConfigProperty(name = "profiles.table") Provider<String> profiles,
            @ConfigProperty(name = "late.events.table") Provider<String> lateEvents,
            @ConfigProperty(name = "refused.events.table") String refusedEvents,
            S3EventArchive archive,
            StoreMeter meter,
            Backoff backoff,
            InstantSource clock) {
        // Whatever else comes to name a shopper has to stand in this list: predictions will, under their table.
        List<ErasableStore> stores = List.of(
                new DynamoDbErasableLateEvents(client, lateEvents.get(), meter),
                new DynamoDbErasableRefusals(client, refusedEvents, meter),
                archive);
        return new Erasure(new DynamoDbTombstones(client, profiles.get(), meter, clock), stores, backoff);
    }

    @Produces
    @Singleton
    CatalogueKeeping catalogue(
            DynamoDbEnhancedClient client,
            @ConfigProperty(name = "catalogue.table") Provider<String> table,
            StoreMeter meter,
            @Named(CALLS) Executor calls) {
        return new CatalogueKeeping(new DynamoDbCatalogue(client, table.get(), meter), calls);
    }
}
