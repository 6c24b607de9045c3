package dev.nextcart.endpoint;

import dev.nextcart.inference.Contract;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code POST /invocations}, from the body to the answer; reads and writes JSON off the event loop. */
final class Invocations {
    private static final Logger LOG = Logger.getLogger(Invocations.class);

    private final Endpoint endpoint;
    private final InvocationReader reader;
    private final BodyBudget budget;
    private final Executor readers = Executors.newVirtualThreadPerTaskExecutor();

    Invocations(EndpointSettings settings, Endpoint endpoint) {
        this.endpoint = endpoint;
        this.reader = new InvocationReader(settings.timeout());
        this.budget = new BodyBudget(settings.maxBodyBytesInFlight());
    }

    void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        @Nullable String type = request.getHeader("Content-Type");
        if (type != null && !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            Routes.refuse(
                    context,
                    Problem.of(Problem.UNSUPPORTED_MEDIA_TYPE, "not-json", "send Content-Type: application/json"));
            return;
        }
        @Nullable Buffer body = context.body().buffer();
        byte[] bytes = body == null ? new byte[0] : body.getBytes();
        if (!budget.take(bytes.length)) {
            Routes.refuse(
                    context,
                    Problem.busy("too-much-at-once", "the bodies under way are too large", Duration.ofSeconds(1)));
            return;
        }
        context.addEndHandler(end -> budget.giveBack(bytes.length));
        readers.execute(() -> answer(context, bytes));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // both its ends are handled
    private void answer(RoutingContext context, byte[] body) {
        try {
            HttpServerRequest request = context.request();
            Invocation invocation = reader.read(
                    body,
                    request.getHeader(InvocationReader.CUSTOM_ATTRIBUTES),
                    request.getHeader(InvocationReader.TIMEOUT_MILLIS));
            endpoint.ask(invocation)
                    .orTimeout(Math.max(1, invocation.deadlineNanos() - System.nanoTime()), TimeUnit.NANOSECONDS)
                    .whenComplete((answered, problem) -> {
                        if (problem == null) {
                            Routes.send(
                                    context,
                                    200,
                                    Contract.response(
                                            invocation.task(),
                                            answered.version(),
                                            invocation.outcomes(answered.outcomes())));
                        } else {
                            Routes.refuse(context, problem(problem));
                        }
                    });
        } catch (Problem.RefusedException e) {
            Routes.refuse(context, e.problem());
        } catch (RuntimeException | StackOverflowError e) {
            Routes.refuse(context, problem(e));
        }
    }

    private static Problem problem(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return switch (cause) {
            case Problem.RefusedException refused -> refused.problem();
            case TimeoutException late ->
                Problem.of(Problem.TIMED_OUT, "deadline-passed", "the time allowed was over before the answer came");
            default -> {
                LOG.error("a request failed", cause);
                yield Problem.of(Problem.FAILED, "failed", "a mistake of the endpoint's; see its log");
            }
        };
    }
}
