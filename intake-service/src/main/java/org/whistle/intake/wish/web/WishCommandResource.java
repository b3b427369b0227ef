package org.whistle.intake.wish.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.PathIds;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.intake.Reporter;
import org.whistle.district.District;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.lists.By;
import org.whistle.intake.lists.web.ListBodies;
import org.whistle.intake.lists.web.Words;
import org.whistle.intake.reporter.PersonalData;
import org.whistle.intake.reporter.Pseudonyms;
import org.whistle.intake.wish.WishCommand;
import org.whistle.intake.wish.WishDecider.Limits;
import org.whistle.intake.wish.store.StoredWish;
import org.whistle.intake.wish.store.WishDesk;
import org.whistle.intake.wish.store.Wishes;

/** What is done with wishes. */
@Path("/wishes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "wishes", description = "Small wishes: posted, dispatched, claimed, fulfilled, thanked")
public class WishCommandResource {

    private final WishDesk desk;
    private final Wishes wishes;
    private final Districts districts;
    private final Pseudonyms pseudonyms;
    private final WishCallers callers;

    @Inject
    WishCommandResource(WishDesk desk, Wishes wishes, Districts districts, Pseudonyms pseudonyms, WishCallers callers) {
        this.desk = desk;
        this.wishes = wishes;
        this.districts = districts;
        this.pseudonyms = pseudonyms;
        this.callers = callers;
    }

    /** Posts a wish. */
    @POST
    @Operation(summary = "Post a wish (点单), one's own or for a resident; whom to visit is kept encrypted")
    @APIResponse(responseCode = "201", description = "The wish")
    @APIResponse(responseCode = "409", description = "The person has as many as they may at once")
    public Uni<Response> post(WishBodies.@Nullable WishBody body, @Context HttpHeaders headers) {
        callers.requirePoster();
        WishBodies.WishBody given = Words.required(body);
        String area = Objects.requireNonNull(given.area());
        if (districts.gazetteer().nameOf(area) == null || !callers.postsIn(area)) {
            throw ProblemException.field("area", "不是您所在的社区或网格", "is no community or grid of yours");
        }
        By by = callers.by();
        WishBodies.ContactBody contact = given.contact();
        StoredWish wish = wish(given, area, by);
        Wishes.Reader reader = callers.reader();
        Language language = Languages.of(headers);
        return desk.post(wish, contact == null ? null : new PersonalData(contact.name(), contact.phone()), by, limits())
                .chain(posted -> view(posted, 201, reader, language));
    }

    private StoredWish wish(WishBodies.WishBody given, String area, By by) {
        UUID id = Ids.next();
        boolean own = callers.postsOwn();
        String phone = given.contact() == null ? null : given.contact().phone();
        UUID person = phone != null
                ? pseudonyms.ofPhone(phone)
                : own ? pseudonyms.ofAccount(by.actor().account()) : pseudonyms.ofReport(id);
        return new StoredWish(
                id,
                0,
                StoredWish.State.POSTED,
                Objects.requireNonNull(given.category()),
                ListBodies.given(given.tags()),
                area,
                Objects.requireNonNull(given.title()),
                Objects.requireNonNull(given.text()),
                by.actor().account(),
                !own,
                new Reporter(person, Reporter.Kind.RESIDENT),
                by.at(),
                List.of(),
                null,
                null,
                null,
                null,
                by.at());
    }

    /** Dispatches a wish. */
    @POST
    @Path("/{id}/dispatch")
    @Operation(summary = "Offer a wish (派单) to bodies, or to everybody of its area")
    public Uni<Response> dispatch(
            @PathParam("id") String id, WishBodies.@Nullable DispatchBody body, @Context HttpHeaders headers) {
        List<String> departments = body == null || body.departments() == null
                ? List.of()
                : body.departments().stream().map(Objects::requireNonNull).toList();
        District district = districts.gazetteer().district();
        for (int i = 0; i < departments.size(); i++) {
            if (district.department(departments.get(i)).isEmpty()) {
                throw ProblemException.field("departments[" + i + "]", "没有这一单位", "is none of the district's bodies");
            }
        }
        return carryOut(id, null, new WishCommand.Dispatch(departments, callers.by()), headers);
    }

    /** Claims a wish. */
    @POST
    @Path("/{id}/claim")
    @Operation(summary = "Claim a wish (接单), with a resource that meets it when there is one")
    @APIResponse(responseCode = "403", description = "Offered to others, one's own, or with somebody else's resource")
    @APIResponse(responseCode = "409", description = "Claimed already, over, or not dispatched yet")
    public Uni<Response> claim(
            @PathParam("id") String id, WishBodies.@Nullable ClaimBody body, @Context HttpHeaders headers) {
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        Wishes.Reader reader = callers.reader();
        return desk.claim(
                        PathIds.of(id),
                        reader::sees,
                        Versions.ifMatch(headers),
                        body == null ? null : body.resourceId(),
                        Words.matching(gazetteer.district().policy()),
                        callers.by(),
                        limits())
                .chain(wish -> view(wish, 200, reader, language));
    }

    /** Gives a claim up. */
    @POST
    @Path("/{id}/release")
    @Operation(summary = "Give a claim up, or take it back from who has it; others may claim it again")
    public Uni<Response> release(
            @PathParam("id") String id, WishBodies.@Nullable ReasonBody body, @Context HttpHeaders headers) {
        return carryOut(id, Words.required(body).reason(), new WishCommand.Release(callers.by()), headers);
    }

    /** Fulfils a wish. */
    @POST
    @Path("/{id}/completion")
    @Operation(summary = "Say that it is fulfilled, and how")
    public Uni<Response> complete(
            @PathParam("id") String id, WishBodies.@Nullable CompletionBody body, @Context HttpHeaders headers) {
        return carryOut(id, Words.required(body).result(), new WishCommand.Complete(callers.by()), headers);
    }

    /** Says thanks. */
    @POST
    @Path("/{id}/thanks")
    @Operation(summary = "Say thanks and how content one is; ends the wish")
    public Uni<Response> thank(
            @PathParam("id") String id, WishBodies.@Nullable ThanksBody body, @Context HttpHeaders headers) {
        WishBodies.ThanksBody given = Words.required(body);
        return carryOut(
                id,
                given.words(),
                new WishCommand.Thank(Objects.requireNonNull(given.satisfaction()), callers.by()),
                headers);
    }

    /** Takes a wish back. */
    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Take a wish back that is not fulfilled")
    public Uni<Response> withdraw(
            @PathParam("id") String id, WishBodies.@Nullable ReasonBody body, @Context HttpHeaders headers) {
        return carryOut(id, Words.required(body).reason(), new WishCommand.Withdraw(callers.by()), headers);
    }

    /** Whom to visit. */
    @POST
    @Path("/{id}/contact")
    @Operation(summary = "Whom to visit, for who claimed it and for its community; each look is on the audit record")
    @APIResponse(responseCode = "404", description = "No such wish, nobody named, or not the caller's to know")
    public Uni<WishBodies.ContactBody> contact(@PathParam("id") String id) {
        Wishes.Reader reader = callers.reader();
        By by = callers.by();
        return wishes.find(PathIds.of(id), reader)
                .map(found -> found.filter(wish -> knows(wish, reader, by)).orElseThrow(ProblemException::notFound))
                .chain(wish -> wishes.contact(
                        wish.id(), by.actor().account(), by.actor().department(), by.at()))
                .map(found -> found.map(data -> new WishBodies.ContactBody(data.name(), data.phone()))
                        .orElseThrow(ProblemException::notFound));
    }

    /** Its poster, its community, and who is about to fulfil it. */
    private static boolean knows(StoredWish wish, Wishes.Reader reader, By by) {
        boolean organiser = by.organises() && reader.codes().stream().anyMatch(wish.area()::startsWith);
        boolean claimant = wish.state() == StoredWish.State.CLAIMED
                && (wish.department() == null
                        ? reader.account().equals(wish.claimedBy())
                        : wish.department().equals(reader.body()));
        return organiser || claimant || reader.account().equals(wish.postedBy());
    }

    private Uni<Response> carryOut(String id, @Nullable String note, WishCommand command, HttpHeaders headers) {
        Language language = Languages.of(headers);
        Wishes.Reader reader = callers.reader();
        return desk.carryOut(PathIds.of(id), reader::sees, Versions.ifMatch(headers), note, command, limits())
                .chain(wish -> view(wish, 200, reader, language));
    }

    private Uni<Response> view(StoredWish wish, int status, Wishes.Reader reader, Language language) {
        Gazetteer gazetteer = districts.gazetteer();
        return wishes.steps(wish.id()).map(steps -> Response.status(status)
                .entity(WishView.of(wish, steps, reader.account(), reader.staff(), gazetteer, language))
                .header(HttpHeaders.ETAG, Versions.etag(wish.version()))
                .build());
    }

    private Limits limits() {
        var policy = districts.gazetteer().district().policy();
        return new Limits(policy.wishClaimDays(), policy.wishesAtOnce(), policy.wishClaimsAtOnce());
    }
}
