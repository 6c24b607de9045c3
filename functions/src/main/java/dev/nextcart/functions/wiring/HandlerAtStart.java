package dev.nextcart.functions.wiring;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes this process's handler, and the stores and clients it needs, before the first event is asked for. Quarkus would make
 * them when it has come; but until then Lambda lends a whole processor, afterwards only the function's share of one. And a
 * function without its tables' names fails its start, not its shoppers' events. Nothing is connected or asked for.
 */
@Singleton
final class HandlerAtStart {
    private static final int AFTER_OTHERS = 10_000;

    void started(
            @Observes @Priority(AFTER_OTHERS) StartupEvent event,
            @ConfigProperty(name = "quarkus.lambda.handler") String handler,
            @Any Instance<RequestHandler<?, ?>> handlers,
            StartTrace trace) {
        trace.containerUp();
        handlers.select(NamedLiteral.of(handler)).get();
        trace.wired();
    }
}
