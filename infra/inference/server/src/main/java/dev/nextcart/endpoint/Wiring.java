package dev.nextcart.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** What is no bean by itself. */
@ApplicationScoped
class Wiring {
    @Produces
    @Singleton
    EndpointSettings settings(Config config) {
        return EndpointSettings.of(config);
    }
}
