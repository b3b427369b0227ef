package org.whistle.intake.consolidation.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.Actor;
import org.whistle.district.District;
import org.whistle.district.IssueType;
import org.whistle.district.Place;
import org.whistle.district.PlaceLevel;
import org.whistle.intake.consolidation.store.DuplicateReader;
import org.whistle.intake.consolidation.store.MergeDesk;
import org.whistle.intake.grid.Cell;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.report.web.TextChecks;

/** The community consolidates (社区梳理汇总): what may be the same matter, merging it, and undoing that. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "duplicates", description = "Consolidation by the community; each change with If-Match")
public class DuplicateResource {

    private static final int MAX_REASON = 2_000;
    private static final int LARGEST_RADIUS = 1_000;
    private static final String[] WHO = {Roles.COMMUNITY, Roles.DISPATCHER};

    private final DuplicateReader reader;
    private final MergeDesk desk;
    private final Districts districts;
    private final Caller caller;
    private final Clock clock;

    @Inject
    DuplicateResource(DuplicateReader reader, MergeDesk desk, Districts districts, Caller caller, Clock clock) {
        this.reader = reader;
        this.desk = desk;
        this.districts = districts;
        this.caller = caller;
        this.clock = clock;
    }

    /** Open tickets that may be the same matter as one. */
    @GET
    @Path("duplicates")
    @Operation(
            summary = "Open tickets that may be the same matter as a ticket, the likeliest first, at most 50",
            description = "Of the same type, in the same street, near in place and time as the district's policy says."
                    + " ETag is the version that a merge of the ticket, or its undoing, names.")
    @APIResponse(
            responseCode = "200",
            description = "The candidates",
            content = @Content(schema = @Schema(implementation = DuplicateViews.DuplicatesView.class)))
    @APIResponse(responseCode = "404", description = "No such ticket, or not in the caller's area")
    public Uni<Response> candidates(
            @Parameter(required = true) @QueryParam("ticketId") @Nullable String ticketId,
            @Context HttpHeaders headers) {
        caller.requireRole(WHO);
        UUID id = Params.required("ticketId", Params.uuid("ticketId", ticketId));
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        int metres = metres(gazetteer.district());
        Duration longest = longest(gazetteer.district());
        return desk.find(id, caller.scope()).chain(found -> {
            MergeDesk.Located ticket = found.orElseThrow(ProblemException::notFound);
            return reader.candidates(id, ticket.position(), metres, longest)
                    .map(pairs -> Response.ok(new DuplicateViews.DuplicatesView(
                                    ticket.ticketId(),
                                    ticket.ticketNo(),
                                    ticket.state(),
                                    ticket.version(),
                                    ticket.mergedInto(),
                                    pairs.stream()
                                            .map(pair -> DuplicateViews.CandidateView.of(pair, gazetteer, language))
                                            .toList()))
                            .header(HttpHeaders.ETAG, Versions.etag(ticket.version()))
                            .build());
        });
    }

    /** Pairs of open tickets that wait for the community. */
    @GET
    @Path("duplicates/open")
    @Operation(
            summary = "Pairs of a community's open tickets that may be the same matter, the newest first",
            description =
                    "The other ticket may lie across the community's border, in the same street. A pair whose merge"
                            + " was undone is not offered again.")
    public Uni<Page<DuplicateViews.PairView>> pairs(
            @Parameter(required = true, example = "370102009001") @QueryParam("community") @Nullable String community,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        caller.requireRole(WHO);
        PageRequest page = PageRequest.of(limit, cursor, 2);
        String code = Params.required("community", Params.place("community", community));
        Gazetteer gazetteer = districts.gazetteer();
        District district = gazetteer.district();
        Place place = district.place(code)
                .filter(known -> known.level() == PlaceLevel.COMMUNITY)
                .orElseThrow(() -> ProblemException.field(
                        "community", "应为本区一个社区的 12 位编码", "must be a community of this district"));
        caller.requireSees(code);
        Language language = Languages.of(headers);
        Envelope box = place.area().getEnvelopeInternal();
        Cursor from = page.cursor();
        return reader.pairs(
                        code,
                        district.types().stream().map(IssueType::code).toList(),
                        Cell.within(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
                        box.centre().y,
                        metres(district),
                        longest(district),
                        from == null ? null : new DuplicateReader.Key(from.uuid(0), from.uuid(1)),
                        page.fetch())
                .map(found -> Page.of(
                                found,
                                page,
                                uri,
                                pair -> Cursor.of(
                                        pair.one().ticketId(), pair.other().ticketId()))
                        .map(pair -> DuplicateViews.PairView.of(pair, gazetteer, language)));
    }

    /** They are the same matter. */
    @POST
    @Path("tickets/{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Merge an open ticket into another of the same street; all its reporters follow that one")
    @APIResponse(
            responseCode = "200",
            description = "Merged; ETag is the new version",
            content = @Content(schema = @Schema(implementation = DuplicateViews.MergedView.class)))
    @APIResponse(responseCode = "409", description = "Merged already, closed, or no ticket yet")
    @APIResponse(
            responseCode = "422",
            description = "The other is unknown here, not open, merged, or of another street")
    public Uni<Response> merge(@PathParam("id") String id, @Nullable MergeBody body, @Context HttpHeaders headers) {
        caller.requireRole(WHO);
        MergeBody given = required(body);
        return desk.merge(
                        id(id),
                        Objects.requireNonNull(given.into()),
                        Objects.requireNonNull(given.reason()),
                        caller.scope(),
                        Versions.ifMatch(headers),
                        actor(),
                        now())
                .map(DuplicateResource::answer);
    }

    /** They are not. */
    @POST
    @Path("tickets/{id}/unmerge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Undo a merge: the ticket stands for itself again and is dispatched anew")
    @APIResponse(
            responseCode = "200",
            description = "No longer merged; ETag is the new version",
            content = @Content(schema = @Schema(implementation = DuplicateViews.MergedView.class)))
    @APIResponse(responseCode = "409", description = "It is not merged")
    public Uni<Response> unmerge(@PathParam("id") String id, @Nullable UnmergeBody body, @Context HttpHeaders headers) {
        caller.requireRole(WHO);
        UnmergeBody given = required(body);
        return desk.unmerge(
                        id(id),
                        Objects.requireNonNull(given.reason()),
                        caller.scope(),
                        Versions.ifMatch(headers),
                        actor(),
                        now())
                .map(DuplicateResource::answer);
    }

    private static Response answer(MergeDesk.Merged merged) {
        return Response.ok(DuplicateViews.MergedView.of(merged))
                .header(HttpHeaders.ETAG, Versions.etag(merged.version()))
                .build();
    }

    private Actor actor() {
        return new Actor(caller.account(), caller.department());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int metres(District district) {
        return Math.clamp(district.policy().duplicateMetres(), 1, LARGEST_RADIUS);
    }

    private static Duration longest(District district) {
        return Duration.ofDays(district.policy().duplicateDays());
    }

    private static <B> B required(@Nullable B body) {
        if (body == null) {
            throw ProblemException.field("body", "需要 JSON 请求体", "must be a JSON object");
        }
        return body;
    }

    /** An id that is none names nothing. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    /** Into which ticket, and why. */
    @Schema(name = "Merge")
    public record MergeBody(
            @Schema(required = true, description = "The open ticket it goes on in") @Nullable
            UUID into,

            @Schema(required = true, maxLength = MAX_REASON, examples = "同一井盖，两位居民分别上报。") @Nullable
            String reason) {

        public MergeBody {
            FieldProblems problems = new FieldProblems();
            problems.addIf(into == null, "into", "必须填写", "is required");
            TextChecks.required(problems, "reason", reason, MAX_REASON, true);
            problems.throwIfAny();
        }
    }

    /** Why they are not the same. */
    @Schema(name = "Unmerge")
    public record UnmergeBody(
            @Schema(required = true, maxLength = MAX_REASON, examples = "相邻的两个井盖，权属不同。") @Nullable
            String reason) {

        public UnmergeBody {
            FieldProblems problems = new FieldProblems();
            TextChecks.required(problems, "reason", reason, MAX_REASON, true);
            problems.throwIfAny();
        }
    }
}
