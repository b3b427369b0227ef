package org.whistle.chassis.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.web.Languages;

/**
 * Answers every failure below a resource as a problem. The kinds named beside {@code Throwable} have mappers of the
 * platform's own, which would win otherwise.
 */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper({
        Throwable.class,
        ProblemException.class,
        WebApplicationException.class,
        NotFoundException.class,
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        ForbiddenException.class,
        ValidationException.class,
        ConstraintViolationException.class,
        MismatchedInputException.class
    })
    Response map(Throwable failure, HttpHeaders headers, UriInfo uri) {
        String path = uri.getRequestUri().getRawPath();
        return Refusals.of(failure)
                .map(refusal -> {
                    if (refusal.code().status() == CommonProblem.UNAVAILABLE.status()) {
                        LOG.warnf("%s answered 503: %s", path, failure);
                    }
                    return Problems.response(refusal, Languages.of(headers), path);
                })
                .orElseGet(() -> fault(failure, headers, path));
    }

    /** Nothing of the failure's inside goes out; the number leads to it in the log. */
    private static Response fault(Throwable failure, HttpHeaders headers, String path) {
        UUID id = Ids.next();
        LOG.errorf(failure, "%s failed unexpectedly, number %s", path, id);
        return Problems.response(
                ProblemException.of(CommonProblem.INTERNAL_ERROR, id), Languages.of(headers), "urn:uuid:" + id);
    }
}
