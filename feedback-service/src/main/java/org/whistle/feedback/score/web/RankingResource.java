package org.whistle.feedback.score.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.score.Ranking;
import org.whistle.feedback.score.ScoreWeights;
import org.whistle.feedback.score.store.Rankings;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.SlaFilter;
import org.whistle.feedback.sla.Span;
import org.whistle.feedback.sla.web.PeriodParam;
import org.whistle.feedback.sla.web.PlaceRequest;

/** Bodies by the published score, and how both sides rate them. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@Tag(name = "ranking")
@RolesAllowed({
    Roles.LEADER,
    Roles.SUPERVISOR,
    Roles.DISPATCHER,
    Roles.COMMUNITY,
    Roles.MANAGER,
    Roles.HANDLER,
    Roles.ADMINISTRATOR
})
public class RankingResource {

    private final Rankings rankings;
    private final RankingForm form;
    private final Districts districts;
    private final Caller caller;
    private final Clock clock;

    RankingResource(Rankings rankings, RankingForm form, Districts districts, Caller caller, Clock clock) {
        this.rankings = rankings;
        this.form = form;
        this.districts = districts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/ranking")
    @Operation(
            summary = "Departments, streets or communities by the published score",
            description = "Out of 100, with the district's own points. Equal scores share a place; a body with too few "
                    + "tickets is shown, not ranked.")
    public Uni<RankingView> ranking(
            @Parameter(description = "department, street or community; department when absent")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Parameter(description = PeriodParam.DESCRIPTION) @QueryParam("period") @Nullable String period,
            @BeanParam PlaceRequest place,
            @Context HttpHeaders headers) {
        Grouping grouping = body(by);
        Instant now = clock.instant();
        Span span = PeriodParam.of("period", period, now);
        SlaFilter filter = place.filter(List.of(span.from(Params.ZONE), span.to(Params.ZONE)), caller.scope());
        ScoreWeights weights = ScoreWeights.of(districts.policy());
        int minimum = districts.policy().rankingMinimum();
        Language language = Languages.of(headers);
        return rankings.counts(grouping, filter, now)
                .map(counts -> form.ranking(
                        grouping, span, filter, now, weights, minimum, Ranking.of(counts, weights, minimum), language));
    }

    @GET
    @Path("/ratings")
    @Operation(
            summary = "Ratings of both sides",
            description =
                    "How the street and how communities rated the bodies' parts, and how reporters rated the results they led to.")
    public Uni<RatingsView> ratings(
            @Parameter(description = "department, street or community; department when absent")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Parameter(description = PeriodParam.DESCRIPTION) @QueryParam("period") @Nullable String period,
            @BeanParam PlaceRequest place,
            @Context HttpHeaders headers) {
        Grouping grouping = body(by);
        Instant now = clock.instant();
        Span span = PeriodParam.of("period", period, now);
        SlaFilter filter = place.filter(List.of(span.from(Params.ZONE), span.to(Params.ZONE)), caller.scope());
        Language language = Languages.of(headers);
        return rankings.ratings(grouping, filter, now)
                .map(counts -> form.ratings(grouping, span, now, counts, language));
    }

    private static Grouping body(@Nullable String word) {
        return switch (Objects.requireNonNullElse(
                Params.oneOf("by", word, "department", "street", "community"), "department")) {
            case "street" -> Grouping.STREET;
            case "community" -> Grouping.COMMUNITY;
            default -> Grouping.DEPARTMENT;
        };
    }
}
