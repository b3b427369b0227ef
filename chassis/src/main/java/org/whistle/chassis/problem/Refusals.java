package org.whistle.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.impl.NoStackTraceThrowable;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.store.Failures;

/** Knows for every failure on its way to a caller which refusal it stands for. */
final class Refusals {

    private static final String SECONDS_TO_RETRY = "5";

    private Refusals() {}

    /** The refusal a failure stands for, or empty when it is a fault of the program. */
    static Optional<ProblemException> of(Throwable failure) {
        Throwable cause = bare(failure);
        ProblemException own = find(cause, ProblemException.class);
        if (own != null) {
            return Optional.of(own);
        }
        JsonProcessingException json = find(cause, JsonProcessingException.class);
        if (json != null) {
            return readingTheBody(cause) ? JsonProblems.of(json) : Optional.empty();
        }
        return switch (cause) {
            case CharConversionException notUtf8 ->
                Optional.of(ProblemException.of(CommonProblem.MALFORMED_JSON, 1, 1));
            case UnauthorizedException missing -> Optional.of(unauthorized(false));
            case AuthenticationFailedException refused -> Optional.of(refusedToken(refused));
            case AuthenticationCompletionException refused -> Optional.of(refusedToken(refused));
            case OIDCException issuer -> Optional.of(unavailable());
            case ForbiddenException forbidden -> Optional.of(ProblemException.of(CommonProblem.FORBIDDEN));
            case ConstraintViolationException invalid -> ConstraintProblems.of(invalid);
            case OptimisticLockException stale -> Optional.of(ProblemException.of(CommonProblem.STALE_VERSION));
            case StaleStateException stale -> Optional.of(ProblemException.of(CommonProblem.STALE_VERSION));
            case WebApplicationException web -> ofStatus(web);
            default ->
                Failures.passes(cause) || withoutConnection(cause) ? Optional.of(unavailable()) : Optional.empty();
        };
    }

    /**
     * Whether JSON failed while the caller's body was read. JSON that fails elsewhere (read from a table, written as the
     * answer) is this program's fault; the exception is the same, only its way here differs.
     */
    private static boolean readingTheBody(Throwable failure) {
        if (failure instanceof WebApplicationException web) {
            return web.getResponse().getStatus() == Response.Status.BAD_REQUEST.getStatusCode();
        }
        for (StackTraceElement step : failure.getStackTrace()) {
            if (step.getClassName().endsWith("MessageBodyReader")) {
                return true;
            }
        }
        return false;
    }

    /**
     * The reactive client has no type of its own for "no connection came free in time" and for "this connection was cut
     * before your query"; their texts are all there is.
     */
    private static boolean withoutConnection(Throwable cause) {
        return cause instanceof NoStackTraceThrowable
                && cause.getMessage() != null
                && (cause.getMessage().equals("Timeout")
                        || cause.getMessage().startsWith("Connection is not active now"));
    }

    /** 503: something this service needs is away, and will be back. */
    static ProblemException unavailable() {
        return ProblemException.of(CommonProblem.UNAVAILABLE).withHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_RETRY);
    }

    /** 401 with the challenge of RFC 6750 §3. */
    static ProblemException unauthorized(boolean tokenGiven) {
        return ProblemException.of(CommonProblem.UNAUTHORIZED)
                .withHeader(
                        HttpHeaders.WWW_AUTHENTICATE,
                        tokenGiven ? "Bearer realm=\"whistle\", error=\"invalid_token\"" : "Bearer realm=\"whistle\"");
    }

    /** The refusal of a bare status, for answers given without one of our own. */
    static Optional<ProblemException> ofStatus(int status) {
        return switch (status) {
            case 400 -> Optional.of(ProblemException.of(CommonProblem.BAD_REQUEST));
            case 401 -> Optional.of(unauthorized(false));
            case 403 -> Optional.of(ProblemException.of(CommonProblem.FORBIDDEN));
            case 404 -> Optional.of(ProblemException.of(CommonProblem.NOT_FOUND));
            case 405 -> Optional.of(ProblemException.of(CommonProblem.METHOD_NOT_ALLOWED));
            case 406 -> Optional.of(ProblemException.of(CommonProblem.NOT_ACCEPTABLE));
            case 408 -> Optional.of(ProblemException.of(CommonProblem.REQUEST_TIMEOUT));
            case 409 -> Optional.of(ProblemException.of(CommonProblem.CONFLICT));
            case 412 -> Optional.of(ProblemException.of(CommonProblem.STALE_VERSION));
            case 413 -> Optional.of(ProblemException.of(CommonProblem.BODY_TOO_LARGE, "10 MB"));
            case 415 -> Optional.of(ProblemException.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE));
            case 428 -> Optional.of(ProblemException.of(CommonProblem.VERSION_REQUIRED));
            case 429 -> Optional.of(ProblemException.of(CommonProblem.TOO_MANY_REQUESTS));
            case 503 -> Optional.of(unavailable());
            default ->
                status >= 400 && status < 500
                        ? Optional.of(ProblemException.of(CommonProblem.BAD_REQUEST))
                        : Optional.empty();
        };
    }

    private static Optional<ProblemException> ofStatus(WebApplicationException web) {
        Optional<ProblemException> refusal = ofStatus(web.getResponse().getStatus());
        String allow = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? refusal : refusal.map(r -> r.withHeader(HttpHeaders.ALLOW, allow));
    }

    /** A token that could not be checked because the issuer is away is no forged one. */
    private static ProblemException refusedToken(Throwable refused) {
        boolean unchecked = refused.getCause() != null
                && (find(refused, OIDCException.class) != null || Failures.passes(refused.getCause()));
        return unchecked ? unavailable() : unauthorized(true);
    }

    /** Takes off what asynchronous code wraps around a failure. */
    private static Throwable bare(Throwable failure) {
        Throwable bare = failure;
        while (bare.getCause() != null
                && (bare instanceof CompletionException
                        || bare instanceof ExecutionException
                        || bare instanceof CompositeException)) {
            bare = bare.getCause();
        }
        return bare;
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
