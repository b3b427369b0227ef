package org.whistle.intake.wish.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.PathIds;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.lists.Matching;
import org.whistle.intake.lists.store.Entries;
import org.whistle.intake.lists.web.EntryView;
import org.whistle.intake.lists.web.MatchView;
import org.whistle.intake.lists.web.Words;
import org.whistle.intake.wish.store.StoredWish;
import org.whistle.intake.wish.store.Wishes;

/** Wishes to look at. */
@Path("/wishes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "wishes", description = "Small wishes: posted, dispatched, claimed, fulfilled, thanked")
public class WishResource {

    private static final int PROPOSED = 20;

    private final Wishes wishes;
    private final Entries entries;
    private final Districts districts;
    private final WishCallers callers;
    private final Clock clock;

    @Inject
    WishResource(Wishes wishes, Entries entries, Districts districts, WishCallers callers, Clock clock) {
        this.wishes = wishes;
        this.entries = entries;
        this.districts = districts;
        this.callers = callers;
        this.clock = clock;
    }

    /** Wishes that are the caller's to see. */
    @GET
    @Operation(
            summary =
                    "Wishes, the newest first: one's own, what one may claim or has, and for the chain all of its area")
    public Uni<Page<WishView>> list(
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "posted",
                                                "dispatched",
                                                "claimed",
                                                "done",
                                                "thanked",
                                                "withdrawn",
                                                "lapsed"
                                            }))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @QueryParam("category") @Nullable String category,
            @Parameter(description = "Only what one posted or claimed") @QueryParam("own") @Nullable String own,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        PageRequest page = PageRequest.of(limit, cursor, 1);
        Cursor from = page.cursor();
        Wishes.Filter filter = new Wishes.Filter(
                Words.of("state", state, StoredWish.State.class) == null ? null : state,
                Words.of("category", category, HelpCategory.class),
                "true".equals(Params.oneOf("own", own, "true", "false")),
                from == null ? null : from.uuid(0));
        Wishes.Reader reader = callers.reader();
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        return wishes.list(reader, filter, page.fetch())
                .map(found -> Page.of(found, page, uri, row -> Cursor.of(row.id()))
                        .map(row -> WishView.of(row, null, reader.account(), reader.staff(), gazetteer, language)));
    }

    /** One wish with its history. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One wish with its history; ETag is its version")
    @APIResponse(responseCode = "404", description = "No such wish, or not the caller's to see")
    public Uni<Response> one(@PathParam("id") String id, @Context HttpHeaders headers) {
        Wishes.Reader reader = callers.reader();
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        return wishes.find(PathIds.of(id), reader)
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .chain(wish -> wishes.steps(wish.id()).map(steps -> Response.ok(
                                WishView.of(wish, steps, reader.account(), reader.staff(), gazetteer, language))
                        .header(HttpHeaders.ETAG, Versions.etag(wish.version()))
                        .build()));
    }

    /** Resources that may meet a wish. */
    @GET
    @Path("/{id}/matches")
    @Operation(summary = "Resources that may meet a wish, the best first, each with its reasons; at most 20")
    @APIResponse(responseCode = "404", description = "No such wish, or not the caller's to see")
    public Uni<List<MatchView>> matches(@PathParam("id") String id, @Context HttpHeaders headers) {
        callers.requireOrganiser();
        Wishes.Reader reader = callers.reader();
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        Matching matching = Words.matching(gazetteer.district().policy());
        // Only organisers get here, who act for the community.
        EntryView.Reader lister = new EntryView.Reader(reader.account(), true);
        return wishes.find(PathIds.of(id), reader)
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .chain(wish -> entries.offered(wish.category(), wish.area(), reader.areas())
                        .map(found -> found.stream()
                                .flatMap(row -> matching
                                        .propose(
                                                new Matching.Wanted(
                                                        wish.category(), wish.tags(), wish.area(), null, null),
                                                row.entry(),
                                                clock.instant())
                                        .stream()
                                        .map(match -> MatchView.of(row, match, lister, gazetteer, language)))
                                .sorted(Comparator.comparingInt(MatchView::score)
                                        .reversed())
                                .limit(PROPOSED)
                                .toList()));
    }
}
