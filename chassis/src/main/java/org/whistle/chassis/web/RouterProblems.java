package org.whistle.chassis.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.Problem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.problem.Problems;

/** Answers as a problem what is refused before a resource is reached, or where there is none. */
@ApplicationScoped
public class RouterProblems {

    private static final Logger LOG = Logger.getLogger(RouterProblems.class);

    /** Behind authentication and authorization, before the server's own limit. */
    private static final int AHEAD_OF_SERVER_LIMIT = 5;

    /** Behind every route of the application and of the platform. */
    private static final int LAST = 1_000_000;

    /** A body up to here is taken in and thrown away, so that its sender gets to read the answer. */
    private static final long DRAINED = 64L * 1024 * 1024;

    void limits(@Observes Filters filters) {
        filters.register(RouterProblems::checkLength, AHEAD_OF_SERVER_LIMIT);
    }

    void fallbacks(@Observes Router router) {
        router.route().order(LAST).handler(c -> send(c, ProblemException.notFound()));
        router.route().order(LAST).failureHandler(RouterProblems::failed);
    }

    /** Writes a refusal as the answer of a request that no resource has taken up. */
    public static void send(RoutingContext context, ProblemException refusal) {
        if (context.response().ended()) {
            return;
        }
        if (context.response().headWritten()) {
            context.response().end();
            return;
        }
        HttpServerRequest request = context.request();
        if (!request.isEnded()) {
            request.resume();
        }
        Language language = Languages.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        context.response()
                .setStatusCode(refusal.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        refusal.headers().forEach(context.response()::putHeader);
        byte[] body = Problems.json(Problems.body(refusal, language, request.path()));
        context.response().end(Buffer.buffer(body));
    }

    private static void checkLength(RoutingContext context) {
        String stated = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (stated == null) {
            context.next();
            return;
        }
        long limit = BodyLimits.of(context.request().getHeader(HttpHeaders.CONTENT_TYPE));
        long length = length(stated);
        if (length <= limit) {
            context.next();
            return;
        }
        if (length > DRAINED) {
            context.response()
                    .putHeader(io.vertx.core.http.HttpHeaders.CONNECTION, "close")
                    .endHandler(done -> context.request().connection().close());
        }
        send(context, BodyLimits.tooLarge(limit));
    }

    private static long length(String stated) {
        try {
            return Long.parseLong(stated);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static void failed(RoutingContext context) {
        Throwable failure = context.failure();
        Optional<ProblemException> refusal = failure == null ? Optional.empty() : Problems.of(failure);
        int status = context.statusCode();
        if (refusal.isEmpty() && status >= 400 && status < 500) {
            refusal = Optional.of(Problems.ofStatus(status));
        }
        send(context, refusal.orElseGet(() -> fault(context, failure)));
    }

    private static ProblemException fault(RoutingContext context, @Nullable Throwable failure) {
        UUID id = Ids.next();
        LOG.errorf(
                failure,
                "%s failed before a resource was reached, number %s",
                context.request().path(),
                id);
        return ProblemException.of(CommonProblem.INTERNAL_ERROR, id);
    }
}
