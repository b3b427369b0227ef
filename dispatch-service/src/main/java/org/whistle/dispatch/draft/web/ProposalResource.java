package org.whistle.dispatch.draft.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.PathIds;
import org.whistle.chassis.web.Versions;
import org.whistle.dispatch.draft.Proposal;
import org.whistle.dispatch.draft.store.Drafts;
import org.whistle.dispatch.draft.store.ProposalEntity;
import org.whistle.dispatch.draft.store.Proposals;
import org.whistle.dispatch.ticket.store.TicketSearch;
import org.whistle.district.DistrictException;
import org.whistle.district.RoutingRule;
import org.whistle.district.RuleFile;

/** A dispatcher's choice on its way to a rule. */
@Path("/")
@Tag(name = "rule-proposals", description = "Choices of dispatchers that could become rules")
public class ProposalResource {

    private static final String RULES = "rules.csv";

    private final Proposals proposals;
    private final Drafts drafts;
    private final TicketSearch tickets;
    private final Caller caller;

    ProposalResource(Proposals proposals, Drafts drafts, TicketSearch tickets, Caller caller) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.tickets = tickets;
        this.caller = caller;
    }

    /**
     * A proposed rule.
     *
     * @param state open, adopted or dismissed
     */
    @Schema(name = "RuleProposal")
    record ProposalView(
            UUID id,
            long version,
            String state,
            UUID ticketId,
            String ticketNo,
            String type,
            String condition,
            String place,
            String lead,
            List<String> cooperating,
            String note,
            String proposedBy,
            Instant proposedAt,
            @Nullable UUID draftId,
            @Nullable String ruleId,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static ProposalView of(ProposalEntity row) {
            return new ProposalView(
                    row.id,
                    row.version,
                    row.state,
                    row.ticketId,
                    row.ticketNo,
                    row.type,
                    row.condition,
                    row.place,
                    row.lead,
                    row.proposal().cooperating(),
                    row.note,
                    row.proposedBy,
                    row.proposedAt,
                    row.draftId,
                    row.ruleId,
                    row.reason,
                    row.decidedBy,
                    row.decidedAt);
        }
    }

    /** Proposes a choice. */
    @POST
    @Path("tickets/{id}/rule-proposal")
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(summary = "Propose the ticket's last dispatch, which a person chose, as a rule for the street")
    public Uni<ProposalView> propose(@PathParam("id") String id, DraftBodies.@Nullable ProposalBody body) {
        String note = Objects.requireNonNull(required(body).note());
        String by = caller.account();
        return tickets.find(PathIds.of(id), caller.scope()).chain(found -> {
            var ticket = found.orElseThrow(ProblemException::notFound).ticket();
            return switch (Proposal.of(ticket)) {
                case Proposal.Offer.NotManual none -> throw ProblemException.of(DraftProblem.NO_MANUAL_CHOICE);
                case Proposal.Offer.Made made ->
                    proposals.propose(ticket, made.proposal(), note, by).map(ProposalView::of);
            };
        });
    }

    /** Proposals, the latest first. */
    @GET
    @Path("rule-proposals")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DISPATCHER})
    @Operation(summary = "Proposed rules, the latest first; a dispatcher sees those of the own street")
    public Uni<Page<ProposalView>> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor, 2);
        Cursor from = page.cursor();
        return proposals
                .list(
                        caller.has(Roles.ADMINISTRATOR) ? null : caller.scope(),
                        Params.oneOf("state", state, Proposals.OPEN, Proposals.ADOPTED, Proposals.DISMISSED),
                        from == null ? null : from.instant(0),
                        from == null ? null : from.uuid(1),
                        page.fetch())
                .map(found -> Page.of(found, page, uri, row -> Cursor.of(row.proposedAt, row.id))
                        .map(ProposalView::of));
    }

    /** Takes a proposal into a draft. */
    @POST
    @Path("rule-proposals/{id}/adoption")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Take the proposed rule into a draft; If-Match is the draft's version")
    public Uni<Response> adopt(
            @PathParam("id") String id, DraftBodies.@Nullable AdoptionBody body, @Context HttpHeaders headers) {
        DraftBodies.AdoptionBody given = required(body);
        UUID draftId = Objects.requireNonNull(given.draftId());
        String ruleId = Objects.requireNonNull(given.ruleId());
        long version = Versions.ifMatch(headers);
        String by = caller.account();
        return open(id).chain(row -> {
                    RoutingRule rule = row.proposal().rule(ruleId, row.note);
                    return drafts.change(
                            draftId,
                            version,
                            by,
                            district -> Map.of(RULES, RuleFile.withRule(district.ruleFile(RULES), rule)));
                })
                .map(DraftAnswers::done)
                .onFailure(DistrictException.class)
                .transform(failure -> DraftAnswers.faulty((DistrictException) failure))
                .chain(draft -> proposals
                        .decide(PathIds.of(id), draftId, ruleId, null, by)
                        .map(ProposalResource::decided)
                        .map(view -> Response.ok(view)
                                .header(HttpHeaders.ETAG, Versions.etag(draft.row().version))
                                .build()));
    }

    /** Says that it shall be no rule. */
    @POST
    @Path("rule-proposals/{id}/dismissal")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Say why it shall be no rule")
    public Uni<ProposalView> dismiss(@PathParam("id") String id, DraftBodies.@Nullable ReasonBody body) {
        String reason = Objects.requireNonNull(required(body).reason());
        String by = caller.account();
        return open(id).chain(row -> proposals.decide(row.id, null, null, reason, by))
                .map(ProposalResource::decided);
    }

    private Uni<ProposalEntity> open(String id) {
        return proposals
                .find(PathIds.of(id))
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .invoke(row -> {
                    if (!Proposals.OPEN.equals(row.state)) {
                        throw ProblemException.of(DraftProblem.PROPOSAL_DECIDED);
                    }
                });
    }

    private static ProposalView decided(@Nullable ProposalEntity row) {
        if (row == null) {
            throw ProblemException.of(DraftProblem.PROPOSAL_DECIDED);
        }
        return ProposalView.of(row);
    }

    private static <T> T required(@Nullable T body) {
        if (body == null) {
            throw ProblemException.of(CommonProblem.BAD_REQUEST);
        }
        return body;
    }
}
