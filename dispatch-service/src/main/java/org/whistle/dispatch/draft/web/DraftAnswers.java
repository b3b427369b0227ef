package org.whistle.dispatch.draft.web;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.whistle.chassis.problem.FieldProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Versions;
import org.whistle.dispatch.draft.store.DraftResult;
import org.whistle.district.DistrictException;
import org.whistle.district.Problem;

/** What became of a change to a draft, as an answer. */
final class DraftAnswers {

    private static final int PROBLEMS_SHOWN = 100;

    private DraftAnswers() {}

    /** The draft after the change, or the problem; faults of the files name file, line and column. */
    static Uni<Response> of(Uni<DraftResult> result) {
        return result.map(DraftAnswers::done)
                .map(done -> Response.ok(DraftView.of(done.row(), null))
                        .header(HttpHeaders.ETAG, Versions.etag(done.row().version))
                        .build())
                .onFailure(DistrictException.class)
                .transform(failure -> faulty((DistrictException) failure));
    }

    /** The change when it holds; throws the problem when it does not. */
    static DraftResult.Done done(DraftResult result) {
        return switch (result) {
            case DraftResult.Done done -> done;
            case DraftResult.Missing missing -> throw ProblemException.notFound();
            case DraftResult.Stale stale ->
                throw Versions.stale().withHeader(HttpHeaders.ETAG, Versions.etag(stale.version()));
            case DraftResult.Decided decided ->
                throw ProblemException.of(
                        DraftProblem.DRAFT_DECIDED, decided.state().word());
            case DraftResult.Outdated outdated ->
                throw ProblemException.of(DraftProblem.DRAFT_OUTDATED, outdated.base(), outdated.inForce());
        };
    }

    static ProblemException faulty(DistrictException failure) {
        List<FieldProblem> fields = failure.problems().stream()
                .limit(PROBLEMS_SHOWN)
                .map(problem -> new FieldProblem(place(problem), problem.messageZh(), problem.messageEn()))
                .toList();
        return ProblemException.of(
                DraftProblem.RULES_FAULTY, fields, failure.problems().size());
    }

    private static String place(Problem problem) {
        String line = problem.line() > 0 ? ":" + problem.line() : "";
        return problem.file() + line + (problem.field().isEmpty() ? "" : " " + problem.field());
    }

    /** An id in a path; what is no id names nothing. */
    static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Answered below, like a shortened form.
        }
        throw ProblemException.notFound();
    }
}
