package org.whistle.dispatch.draft.web;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Versions;
import org.whistle.dispatch.draft.store.DraftResult;
import org.whistle.dispatch.policy.web.Faults;
import org.whistle.district.DistrictException;

/** What became of a change to a draft, as an answer. */
final class DraftAnswers {

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

    /** The files' faults, each with file, line and column. */
    static ProblemException faulty(DistrictException failure) {
        return Faults.of(DraftProblem.RULES_FAULTY, failure);
    }
}
