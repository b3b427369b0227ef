package org.whistle.dispatch.draft.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.PathIds;
import org.whistle.dispatch.draft.DryRun;
import org.whistle.dispatch.draft.store.Drafts;
import org.whistle.dispatch.draft.store.DryRuns;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.dispatch.routing.Answer;
import org.whistle.dispatch.routing.OwnerRegister;
import org.whistle.district.District;

/** What past tickets would have become under a draft. */
@Path("/policy-drafts/{id}/dry-run")
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "policy-drafts")
public class DryRunResource {

    private static final Duration DEFAULT_RANGE = Duration.ofDays(30);
    private static final Duration MAX_RANGE = Duration.ofDays(366);

    private final Drafts drafts;
    private final DryRuns runs;
    private final Policies policies;
    private final OwnerRegister owners;
    private final Clock clock;

    DryRunResource(Drafts drafts, DryRuns runs, Policies policies, OwnerRegister owners, Clock clock) {
        this.drafts = drafts;
        this.runs = runs;
        this.policies = policies;
        this.owners = owners;
        this.clock = clock;
    }

    /**
     * What a run found.
     *
     * @param tickets how many were looked at
     * @param changed how many would have become something else
     * @param complete whether every ticket of the range was looked at
     * @param next goes on behind the last one looked at; null when complete
     * @param items the first tickets that change, the earliest first
     */
    @Schema(name = "DryRun")
    record DryRunView(
            String baseVersion,
            String draftVersion,
            Instant from,
            Instant to,
            int tickets,
            int changed,
            boolean complete,
            @Nullable String next,
            List<DifferenceView> items) {}

    /** A ticket that would have become something else. */
    @Schema(name = "DryRunDifference")
    record DifferenceView(
            UUID ticketId,
            String ticketNo,
            Instant filedAt,
            @Nullable String type,
            @Nullable String condition,
            String grid,

            @Schema(description = "who leads it in truth") @Nullable
            String lead,

            OutcomeView before,
            OutcomeView after) {}

    /**
     * What rules say.
     *
     * @param queued why a person would have to decide; null when it is dispatched at once
     * @param rule id of the rule that answers
     */
    @Schema(name = "DryRunOutcome")
    record OutcomeView(
            @Nullable String lead,
            @Nullable String leadName,
            List<String> cooperating,
            @Nullable String rule,
            @Nullable String queued,
            List<String> candidates,
            @Nullable Instant due) {}

    /** Tries the draft on past tickets. */
    @GET
    @Operation(
            summary = "Route past tickets under the policy in force and under the draft, and show what differs",
            description =
                    "Tickets filed from `from` up to `to`, by default the last 30 days, at most 366. A run looks at "
                            + "50 000 tickets; `next` goes on from there. Nothing is changed.")
    public Uni<DryRunView> run(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor, 2);
        Instant until = or(Params.instantOrDay("to", to), clock.instant());
        Instant since = or(Params.instantOrDay("from", from), until.minus(DEFAULT_RANGE));
        if (!since.isBefore(until) || since.plus(MAX_RANGE).isBefore(until)) {
            throw ProblemException.field("from", "时间段须为正，且不超过 366 天", "must lie before to, and not more than 366 days");
        }
        Cursor at = page.cursor();
        Instant afterFiled = at == null ? Instant.EPOCH : at.instant(0);
        UUID afterId = at == null ? new UUID(0, 0) : at.uuid(1);
        PolicyVersion base = policies.current();
        Language language = Languages.of(headers);
        return drafts.find(PathIds.of(id))
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .chain(draft -> {
                    if (!draft.row().baseVersion.equals(base.version())) {
                        throw ProblemException.of(DraftProblem.DRAFT_OUTDATED, draft.row().baseVersion, base.version());
                    }
                    return drafts.policyOf(draft);
                })
                .chain(tried -> runs.run(
                                new DryRun(base, tried, owners), since, until, afterFiled, afterId, page.limit())
                        .map(found -> new DryRunView(
                                base.version(),
                                tried.version(),
                                since,
                                until,
                                found.tickets(),
                                found.changed(),
                                found.complete(),
                                next(found, uri, since, until, page),
                                found.differences().stream()
                                        .map(each -> view(each, tried.district(), language))
                                        .toList())));
    }

    private static @Nullable String next(DryRuns.Found found, UriInfo uri, Instant from, Instant to, PageRequest page) {
        if (found.complete() || found.lastFiled() == null) {
            return null;
        }
        return uri.getRequestUri().getRawPath() + "?from=" + from + "&to=" + to + "&limit=" + page.limit() + "&cursor="
                + Cursor.of(found.lastFiled(), found.lastId()).encode();
    }

    private static DifferenceView view(DryRun.Difference difference, District district, Language language) {
        DryRun.Past past = difference.past();
        return new DifferenceView(
                past.ticketId(),
                past.ticketNo(),
                past.filedAt(),
                past.matter().type(),
                past.matter().condition(),
                past.matter().place().grid(),
                past.lead(),
                view(difference.before(), district, language),
                view(difference.after(), district, language));
    }

    private static OutcomeView view(DryRun.Outcome outcome, District district, Language language) {
        return switch (outcome.answer()) {
            case Answer.Dispatch dispatch ->
                new OutcomeView(
                        dispatch.lead(),
                        district.department(dispatch.lead())
                                .map(body -> language.pick(
                                        body.name().zh(), body.name().en()))
                                .orElse(dispatch.lead()),
                        dispatch.cooperating(),
                        dispatch.why().rule(),
                        null,
                        List.of(),
                        outcome.due());
            case Answer.Queue queue ->
                new OutcomeView(
                        null,
                        null,
                        List.of(),
                        null,
                        queue.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        queue.candidates(),
                        null);
        };
    }

    private static Instant or(@Nullable Instant given, Instant otherwise) {
        return given == null ? otherwise : given;
    }
}
