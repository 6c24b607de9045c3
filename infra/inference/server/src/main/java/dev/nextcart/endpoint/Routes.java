package dev.nextcart.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The doors. Every answer is JSON, also every refusal. */
@ApplicationScoped
class Routes {
    private static final Logger LOG = Logger.getLogger(Routes.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/json";
    private static final int FAILED = 500;

    private final EndpointSettings settings;
    private final Endpoint endpoint;
    private final Access access;
    private final Invocations invocations;

    Routes(EndpointSettings settings, Endpoint endpoint) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.access = new Access(settings.token());
        this.invocations = new Invocations(settings, endpoint);
    }

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::admit).failureHandler(this::failed);
        router.get("/ping").handler(this::ping);
        router.get("/models").handler(context -> send(context, 200, ModelsPage.json(endpoint.slots())));
        router.post("/invocations")
                .handler(BodyHandler.create(false).setBodyLimit(settings.maxBodyBytes()))
                .handler(invocations::handle);
        router.route("/invocations").handler(context -> wrongMethod(context, "POST"));
        router.route("/ping").handler(context -> wrongMethod(context, "GET"));
        router.route("/models").handler(context -> wrongMethod(context, "GET"));
        router.route()
                .last()
                .handler(context -> refuse(
                        context,
                        Problem.of(
                                Problem.NOT_FOUND,
                                "no-such-path",
                                "there is POST /invocations, GET /ping, GET /models and GET /metrics")));
    }

    private void admit(RoutingContext context) {
        boolean open = context.normalizedPath().equals("/ping");
        if (open || access.permits(context.request().getHeader(HttpHeaders.AUTHORIZATION))) {
            context.next();
        } else {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            refuse(
                    context,
                    Problem.of(
                            Problem.UNAUTHORIZED, "no-token", "send Authorization: Bearer and this endpoint's token"));
        }
    }

    private void ping(RoutingContext context) {
        if (endpoint.isReady()) {
            send(context, 200, ModelsPage.ready(endpoint.slots()));
        } else {
            refuse(context, Problem.busy("not-ready", "no model is served (yet); see /models", Duration.ofSeconds(1)));
        }
    }

    private void wrongMethod(RoutingContext context, String method) {
        context.response().putHeader(HttpHeaders.ALLOW, method);
        refuse(
                context,
                Problem.of(
                        Problem.METHOD_NOT_ALLOWED,
                        "wrong-method",
                        context.normalizedPath() + " takes " + method + ", not "
                                + name(context.request().method())));
    }

    private static String name(HttpMethod method) {
        return method.name();
    }

    private void failed(RoutingContext context) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        int status = context.statusCode();
        if (status == Problem.TOO_LARGE) {
            if (context.request().version() != HttpVersion.HTTP_2) {
                context.response().putHeader(HttpHeaders.CONNECTION, "close"); // the rest of the body is not read
            }
            refuse(
                    context,
                    Problem.of(
                            Problem.TOO_LARGE,
                            "body-too-large",
                            "the body has more than " + settings.maxBodyBytes()
                                    + " bytes; send fewer instances at once"));
        } else if (status >= Problem.BAD_REQUEST && status < FAILED) {
            refuse(context, Problem.of(status, "bad-request", "this request cannot be read"));
        } else {
            LOG.error("a request failed", context.failure());
            refuse(context, Problem.of(Problem.FAILED, "failed", "a mistake of the endpoint's; see its log"));
        }
    }

    static void refuse(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        problem.retryAfter()
                .ifPresent(after -> response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds())));
        write(context, problem.status(), Problem.MEDIA_TYPE, problem.json());
    }

    static void send(RoutingContext context, int status, JsonNode json) {
        write(context, status, MEDIA_TYPE, json);
    }

    private static void write(RoutingContext context, int status, String mediaType, @Nullable JsonNode json) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return; // the caller has gone
        }
        try {
            response.setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                    .end(Buffer.buffer(JSON.writeValueAsBytes(json)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always has a text", e);
        }
    }
}
