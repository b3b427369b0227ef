package org.whistle.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.web.Language;

/** Turns a refusal into its body and its answer. */
public final class Problems {

    /** Its own writer, so that no service's JSON settings can change what a problem looks like. */
    private static final ObjectWriter WRITER = JsonMapper.builder().build().writerFor(Problem.class);

    private Problems() {}

    /** The body of a refusal in one language. */
    public static Problem body(ProblemException refusal, Language language, @Nullable String instance) {
        ProblemCode code = refusal.code();
        String detail =
                fill(language.pick(code.wording().detailZh(), code.wording().detailEn()), refusal.args(), language);
        List<Problem.FieldError> errors = refusal.fields().stream()
                .map(f -> new Problem.FieldError(f.field(), f.message().in(language)))
                .toList();
        return new Problem(
                Problem.TYPE_PREFIX + code.code(),
                language.pick(code.wording().titleZh(), code.wording().titleEn()),
                code.status(),
                detail,
                instance,
                errors);
    }

    /** The body as JSON. */
    public static byte[] json(Problem problem) {
        try {
            return WRITER.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole answer. */
    public static Response response(ProblemException refusal, Language language, @Nullable String instance) {
        Response.ResponseBuilder answer = Response.status(refusal.code().status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json(body(refusal, language, instance)));
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    /** The refusal a failure stands for, or empty when it is a fault of the program. */
    public static Optional<ProblemException> of(Throwable failure) {
        return Refusals.of(failure);
    }

    /** The refusal of a bare status, for answers given outside of any resource. */
    public static ProblemException ofStatus(int status) {
        return Refusals.ofStatus(status).orElseGet(() -> ProblemException.of(CommonProblem.INTERNAL_ERROR, Ids.next()));
    }

    /** Replaces {@code {0}}, {@code {1}} … by the arguments; anything else in braces stays as it is. */
    static String fill(String text, List<Object> args, Language language) {
        String filled = text;
        for (int i = 0; i < args.size(); i++) {
            Object arg = args.get(i);
            String word = arg instanceof Words words ? words.in(language) : String.valueOf(arg);
            filled = filled.replace("{" + i + "}", word);
        }
        return filled;
    }
}
