package org.whistle.dispatch.draft.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
import org.whistle.dispatch.draft.DraftState;
import org.whistle.dispatch.draft.store.Drafts;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.district.District;
import org.whistle.district.HolidayCalendar;
import org.whistle.district.RoutingRule;
import org.whistle.district.RuleFile;

/** Rules, duty lists, register and calendar on their way into force. */
@Path("/policy-drafts")
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "policy-drafts", description = "Prepare rules and calendar, try them on past tickets, put them in force")
public class DraftResource {

    private static final String CSV = "text/csv";
    private static final String ICALENDAR = "text/calendar";
    private static final String RULES = "rules.csv";
    private static final String HOLIDAYS = "holidays.csv";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Drafts drafts;
    private final Policies policies;
    private final Caller caller;

    DraftResource(Drafts drafts, Policies policies, Caller caller) {
        this.drafts = drafts;
        this.policies = policies;
        this.caller = caller;
    }

    /** Begins a draft. */
    @POST
    @Operation(summary = "Begin a draft on the policy in force")
    @APIResponse(responseCode = "201", description = "begun; Location and ETag lead on")
    public Uni<Response> begin(DraftBodies.@Nullable BeginBody body, @Context UriInfo uri) {
        String title = Objects.requireNonNull(required(body).title());
        return drafts.begin(title, caller.account())
                .map(draft -> Response.created(URI.create(uri.getRequestUri().getRawPath() + "/" + draft.id))
                        .header(HttpHeaders.ETAG, Versions.etag(draft.version))
                        .entity(DraftView.of(draft, List.of()))
                        .build());
    }

    /** Drafts, the latest first. */
    @GET
    @Operation(summary = "Drafts, the latest first")
    public Uni<Page<DraftView>> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor, 2);
        Cursor from = page.cursor();
        String wanted = Params.oneOf(
                "state",
                state,
                Arrays.stream(DraftState.values()).map(DraftState::word).toList());
        return drafts.list(
                        wanted, from == null ? null : from.instant(0), from == null ? null : from.uuid(1), page.fetch())
                .map(found -> Page.of(found, page, uri, draft -> Cursor.of(draft.createdAt, draft.id))
                        .map(draft -> DraftView.of(draft, null)));
    }

    /** One draft. */
    @GET
    @Path("{id}")
    @Operation(summary = "A draft, with the names of the files it replaces")
    public Uni<Response> one(@PathParam("id") String id) {
        return found(id).map(draft -> Response.ok(DraftView.of(
                        draft.row(), draft.files().keySet().stream().sorted().toList()))
                .header(HttpHeaders.ETAG, Versions.etag(draft.row().version))
                .build());
    }

    /** One of its files. */
    @GET
    @Path("{id}/files/{name}")
    @Produces(CSV)
    @Operation(
            summary = "One of the rules' files as the draft has it: rules.csv, duty-lists.csv, holidays.csv, "
                    + "working-hours.csv or assets.csv")
    public Uni<byte[]> file(@PathParam("id") String id, @PathParam("name") String name) {
        ruleFile(name);
        return found(id).map(draft -> {
            byte[] own = draft.files().get(name);
            return own == null ? policies.current().district().ruleFile(name) : own;
        });
    }

    /** Replaces a file. */
    @PUT
    @Path("{id}/files/{name}")
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replace one of the rules' files; refused when the district does not fit together with it, "
                    + "for example when a type is left without an answer")
    @APIResponse(responseCode = "200", description = "kept; ETag is the new version")
    @APIResponse(responseCode = "422", description = "faulty; errors names file, line and column")
    public Uni<Response> replace(
            @PathParam("id") String id,
            @PathParam("name") String name,
            byte @Nullable [] content,
            @Context HttpHeaders headers) {
        ruleFile(name);
        byte[] bytes = required(content);
        return DraftAnswers.of(drafts.change(
                PathIds.of(id), Versions.ifMatch(headers), caller.account(), district -> Map.of(name, bytes)));
    }

    /** Adds or replaces a rule. */
    @POST
    @Path("{id}/rules")
    @Operation(summary = "Add a rule, or replace the one with the same id")
    @APIResponse(responseCode = "200", description = "kept; ETag is the new version")
    public Uni<Response> add(
            @PathParam("id") String id, DraftBodies.@Nullable RuleBody body, @Context HttpHeaders headers) {
        RoutingRule rule = required(body).toRule();
        return DraftAnswers.of(drafts.change(
                PathIds.of(id),
                Versions.ifMatch(headers),
                caller.account(),
                district -> Map.of(RULES, RuleFile.withRule(district.ruleFile(RULES), rule))));
    }

    /** Takes a rule out. */
    @DELETE
    @Path("{id}/rules/{rule}")
    @Operation(summary = "Take a rule out; refused when a type is then left without an answer")
    @APIResponse(responseCode = "200", description = "kept; ETag is the new version")
    public Uni<Response> remove(
            @PathParam("id") String id, @PathParam("rule") String rule, @Context HttpHeaders headers) {
        return DraftAnswers.of(drafts.change(
                PathIds.of(id),
                Versions.ifMatch(headers),
                caller.account(),
                district -> Map.of(
                        RULES,
                        RuleFile.withoutRule(district.ruleFile(RULES), rule)
                                .orElseThrow(() -> ProblemException.of(DraftProblem.UNKNOWN_RULE, rule)))));
    }

    /** Takes over a year's official holidays. */
    @PUT
    @Path("{id}/holidays/{year}")
    @Consumes(ICALENDAR)
    @Operation(
            summary = "Take over a year's days off and make-up workdays from an iCalendar file; days of single bodies "
                    + "and other years stay. A CSV file replaces holidays.csv as a whole")
    @APIResponse(responseCode = "200", description = "kept; ETag is the new version")
    public Uni<Response> holidays(
            @PathParam("id") String id,
            @PathParam("year") String year,
            byte @Nullable [] calendar,
            @Context HttpHeaders headers) {
        int wanted = Params.required("year", Params.integer("year", year, FIRST_YEAR, LAST_YEAR));
        byte[] bytes = required(calendar);
        return DraftAnswers.of(drafts.change(
                PathIds.of(id),
                Versions.ifMatch(headers),
                caller.account(),
                district -> Map.of(HOLIDAYS, withHolidays(district, wanted, bytes))));
    }

    /** Puts it in force. */
    @POST
    @Path("{id}/activation")
    @Operation(summary = "Put the draft in force, at once or from a day on; tickets keep the version they have")
    @APIResponse(responseCode = "200", description = "activated or scheduled; ETag is the new version")
    public Uni<Response> activate(
            @PathParam("id") String id, DraftBodies.@Nullable ActivationBody body, @Context HttpHeaders headers) {
        DraftBodies.ActivationBody given = required(body);
        return DraftAnswers.of(drafts.activate(
                PathIds.of(id),
                Versions.ifMatch(headers),
                Objects.requireNonNull(given.reason()),
                given.from(),
                caller.account()));
    }

    /** Gives it up. */
    @POST
    @Path("{id}/discarding")
    @Operation(summary = "Give the draft up, also one that is scheduled")
    @APIResponse(responseCode = "200", description = "discarded; ETag is the new version")
    public Uni<Response> discard(
            @PathParam("id") String id, DraftBodies.@Nullable ReasonBody body, @Context HttpHeaders headers) {
        return DraftAnswers.of(drafts.discard(
                PathIds.of(id),
                Versions.ifMatch(headers),
                Objects.requireNonNull(required(body).reason()),
                caller.account()));
    }

    private Uni<Drafts.Draft> found(String id) {
        return drafts.find(PathIds.of(id)).onItem().ifNull().failWith(ProblemException::notFound);
    }

    private static byte[] withHolidays(District district, int year, byte[] calendar) {
        return RuleFile.withYear(
                district.ruleFile(HOLIDAYS),
                year,
                HolidayCalendar.read(calendar, year, district.info().zone()));
    }

    private static void ruleFile(String name) {
        if (!District.RULE_FILES.contains(name)) {
            throw ProblemException.notFound();
        }
    }

    private static <T> T required(@Nullable T body) {
        if (body == null || body instanceof byte[] bytes && bytes.length == 0) {
            throw ProblemException.of(CommonProblem.BAD_REQUEST);
        }
        return body;
    }
}
