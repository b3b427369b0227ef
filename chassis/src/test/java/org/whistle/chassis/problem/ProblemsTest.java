package org.whistle.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.CompositeException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotAllowedException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.photo.PhotoProblem;
import org.whistle.chassis.web.Language;

class ProblemsTest {

    @Test
    void aBody_isInTheCallersLanguage_withItsArguments() {
        ProblemException refusal = ProblemException.of(CommonProblem.MALFORMED_JSON, 1234, new Words("五", "five"));
        assertThat(Problems.body(refusal, Language.ZH, "/x").detail()).isEqualTo("请求体不是合法的 JSON：第 1234 行第 五 列附近有误。");
        Problem english = Problems.body(refusal, Language.EN, "/x");
        assertThat(english.detail()).isEqualTo("The body is not valid JSON: look near line 1234, column five.");
        assertThat(english.type()).isEqualTo("urn:whistle:problem:malformed-json");
        assertThat(english.instance()).isEqualTo("/x");
    }

    @Test
    void theJson_leavesOutWhatIsAbsent() {
        Problem problem = Problems.body(ProblemException.notFound(), Language.EN, null);
        assertThat(new String(Problems.json(problem), StandardCharsets.UTF_8)).isEqualTo("""
                {"type":"urn:whistle:problem:not-found","title":"Not found","status":404,\
                "detail":"There is no such thing, or it is not yours to see."}""");
    }

    @Test
    void severalFields_areNamedTogether() {
        FieldProblems problems = new FieldProblems()
                .addIf(true, "a", "甲", "first")
                .addIf(false, "b", "乙", "second")
                .add("c", "丙", "third");
        Problem body = Problems.body(ProblemException.fields(problems.toList()), Language.EN, null);
        assertThat(body.errors())
                .containsExactly(new Problem.FieldError("a", "first"), new Problem.FieldError("c", "third"));
        new FieldProblems().throwIfAny();
    }

    @Test
    void everyCode_isUnique_andCompleteInBothLanguages() {
        Set<String> codes = new HashSet<>();
        Stream.of(CommonProblem.values(), PhotoProblem.values())
                .flatMap(Stream::of)
                .forEach(problem -> {
                    ProblemCode code = (ProblemCode) problem;
                    assertThat(codes.add(code.code())).as(code.code()).isTrue();
                    assertThat(code.code()).matches("[a-z]+(-[a-z]+)*");
                    assertThat(code.status()).isBetween(400, 599);
                    assertThat(List.of(
                                    code.wording().titleZh(),
                                    code.wording().titleEn(),
                                    code.wording().detailZh(),
                                    code.wording().detailEn()))
                            .noneMatch(String::isBlank);
                    assertThat(code.wording().detailZh().contains("{0}"))
                            .isEqualTo(code.wording().detailEn().contains("{0}"));
                });
    }

    private static CommonProblem codeOf(Throwable failure) {
        return (CommonProblem) Problems.of(failure).orElseThrow().code();
    }

    @Test
    void failures_areKnown_throughTheirWrappings() {
        assertThat(codeOf(new CompletionException(new OptimisticLockException())))
                .isEqualTo(CommonProblem.STALE_VERSION);
        assertThat(codeOf(new CompositeException(new ConnectException(), new RuntimeException())))
                .isEqualTo(CommonProblem.UNAVAILABLE);
        assertThat(codeOf(new RuntimeException(ProblemException.notFound()))).isEqualTo(CommonProblem.NOT_FOUND);
        assertThat(codeOf(new AuthenticationFailedException())).isEqualTo(CommonProblem.UNAUTHORIZED);
        assertThat(codeOf(new AuthenticationFailedException(new ConnectException("issuer away"))))
                .isEqualTo(CommonProblem.UNAVAILABLE);
        assertThat(Problems.of(new IllegalStateException("inside"))).isEmpty();
        assertThat(Problems.of(new NullPointerException())).isEmpty();
    }

    @Test
    void theAllowedMethods_areToldOn() {
        assertThat(Problems.of(new NotAllowedException("GET", new String[] {"PUT"}))
                        .orElseThrow()
                        .headers())
                .containsKey("Allow");
    }

    @Test
    void aFieldsConstructor_mayRefuse() {
        assertThat(ProblemException.field("a", "甲", "first").getMessage())
                .contains("invalid-field")
                .contains("first");
    }
}
