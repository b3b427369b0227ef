package org.whistle.dispatch.ticket.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.PathIds;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.dispatch.routing.Matter;
import org.whistle.dispatch.routing.OwnerRegister;
import org.whistle.dispatch.ticket.Explanation;
import org.whistle.dispatch.ticket.Order;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.dispatch.ticket.store.TicketSearch;
import org.whistle.dispatch.ticket.web.ReasonView.RuleView;
import org.whistle.district.Label;

/** Why a ticket went where it went, and what the rules would say of it now. */
@Path("/")
@RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER, Roles.COMMUNITY})
@Tag(name = "tickets")
public class ReasonResource {

    private final TicketSearch search;
    private final Policies policies;
    private final OwnerRegister owners;
    private final Caller caller;

    ReasonResource(TicketSearch search, Policies policies, OwnerRegister owners, Caller caller) {
        this.search = search;
        this.policies = policies;
        this.owners = owners;
        this.caller = caller;
    }

    /** Why this department. */
    @GET
    @Path("tickets/{id}/reason")
    @Operation(
            summary =
                    "Why this department: rule, policy version, facts, person, the rules considered, and a sentence in the caller's language")
    public Uni<ReasonView> reason(@PathParam("id") String id, @Context HttpHeaders headers) {
        return find(id).chain(ticket -> {
            List<String> versions =
                    ticket.lastOrder().map(Order::policyVersion).stream().toList();
            return policies.need(versions).map(ready -> {
                PolicyVersion policy = versions.isEmpty() ? policies.current() : policies.version(versions.getFirst());
                Label words = Explanation.of(ticket, policy.district());
                Names names = new Names(policy.district(), Languages.of(headers));
                return ReasonView.of(ticket, names.text(words), words, considered(ticket, policy, names));
            });
        });
    }

    /** What the rules would say now. */
    @GET
    @Path("tickets/{id}/suggestion")
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(
            summary =
                    "Whom the rules in force would send it to now, also as another type and condition; changes nothing")
    public Uni<SuggestionView> suggestion(
            @PathParam("id") String id,
            @Parameter(
                            description = "together with condition; without it as the ticket is classified",
                            example = "C0101")
                    @QueryParam("type")
                    @Nullable
                    String type,
            @Parameter(description = "letter of the condition", example = "a") @QueryParam("condition") @Nullable
                    String condition,
            @Context HttpHeaders headers) {
        String otherType = Params.text("type", type, 16);
        String otherCondition = Params.text("condition", condition, 4);
        if ((otherType == null) != (otherCondition == null)) {
            throw ProblemException.field("condition", "类型和条件须同时给出", "comes together with type");
        }
        return find(id).map(ticket -> {
            PolicyVersion policy = policies.current();
            Matter matter = matter(ticket, otherType, otherCondition);
            return SuggestionView.of(
                    matter, policy.router().route(matter, owners), new Names(policy.district(), Languages.of(headers)));
        });
    }

    private Uni<Ticket> find(String id) {
        return search.find(PathIds.of(id), caller.scope())
                .map(found -> found.orElseThrow(ProblemException::notFound).ticket());
    }

    private static Matter matter(Ticket ticket, @Nullable String type, @Nullable String condition) {
        ReportFiled report = ticket.report();
        @Nullable Order order = ticket.lastOrder().orElse(null);
        return new Matter(
                type != null ? type : order != null ? order.type() : report.type(),
                condition != null ? condition : order != null ? order.condition() : report.condition(),
                report.place(),
                report.assetId(),
                report.assetMark(),
                report.position());
    }

    private static List<RuleView> considered(Ticket ticket, PolicyVersion policy, Names names) {
        Matter matter = matter(ticket, null, null);
        if (matter.type() == null || matter.condition() == null) {
            return List.of();
        }
        @Nullable Order order = ticket.lastOrder().orElse(null);
        // The owner as it was known then; a queued ticket has none, or it would not wait.
        Map<String, String> facts = order == null ? Map.of() : Explanation.facts(order.why());
        @Nullable String applied = order == null ? null : order.why().rule();
        return policy
                .router()
                .considered(matter.type(), matter.condition(), matter.place().grid(), facts.get("assetOwner"))
                .stream()
                .map(rule -> RuleView.of(rule, applied, names))
                .toList();
    }
}
