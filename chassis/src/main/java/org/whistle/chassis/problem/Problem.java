package org.whistle.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every refusal (RFC 9457).
 *
 * @param type stable name of the kind of problem, {@code urn:whistle:problem:<code>}
 * @param title short, the same for every occurrence, in the caller's language
 * @param status the HTTP status, 400 to 599
 * @param detail what happened this time, in the caller's language
 * @param instance the path that was asked, or for an internal error {@code urn:uuid:<id>} as it stands in the log
 * @param errors the fields at fault; empty when no field is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        List<FieldError> errors) {

    /** The media type of this body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What {@link #type()} starts with. */
    public static final String TYPE_PREFIX = "urn:whistle:problem:";

    public Problem {
        errors = List.copyOf(errors);
    }

    /**
     * One field at fault.
     *
     * @param field its path ({@code position.longitude}) or the name of a query parameter
     * @param message what is wrong with it, in the caller's language
     */
    public record FieldError(String field, String message) {}
}
