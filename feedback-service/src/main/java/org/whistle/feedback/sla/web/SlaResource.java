package org.whistle.feedback.sla.web;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.loop.web.LoopView;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.place.Names;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Period;
import org.whistle.feedback.sla.Rate;
import org.whistle.feedback.sla.SlaFilter;
import org.whistle.feedback.sla.store.Counting;
import org.whistle.feedback.sla.store.SlaQueries;

/** The rates leaders read, each with numerator and denominator and the tickets behind them. */
@Path("/sla")
@Tag(name = "sla")
@RolesAllowed({
    Roles.LEADER,
    Roles.SUPERVISOR,
    Roles.DISPATCHER,
    Roles.COMMUNITY,
    Roles.MANAGER,
    Roles.HANDLER,
    Roles.ADMINISTRATOR
})
public class SlaResource {

    /** Periods of a trend when the caller does not say. */
    private static final int DEFAULT_POINTS = 12;

    private final SlaQueries queries;
    private final Counting counting;
    private final SlaReports reports;
    private final Districts districts;
    private final Caller caller;
    private final Clock clock;

    SlaResource(
            SlaQueries queries,
            Counting counting,
            SlaReports reports,
            Districts districts,
            Caller caller,
            Clock clock) {
        this.queries = queries;
        this.counting = counting;
        this.reports = reports;
        this.districts = districts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary = "SLA report",
            description = "Rates by period and group, each with numerator, denominator, formula, comparison with the "
                    + "period before and links to the tickets behind it. As CSV with Accept: text/csv.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SlaReport.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> get(
            @Parameter(description = "total, department, street, community, grid or type")
                    @QueryParam("groupBy")
                    @Nullable
                    String groupBy,
            @Parameter(description = "day, week, month, quarter, half-year or year; one piece when absent")
                    @QueryParam("period")
                    @Nullable
                    String period,
            @Parameter(description = "only these rates, by their words; all when absent") @QueryParam("rate")
                    List<String> rate,
            @BeanParam SlaRequest request,
            @Context HttpHeaders headers) {
        Language language = Languages.of(headers);
        boolean csv = CsvWish.of(headers);
        Set<Rate> rates = rates(rate);
        return report(groupBy, period, rates, request, language)
                .map(report -> csv
                        ? CsvWish.answer(SlaCsv.write(report, rates, language), "sla.csv")
                        : Response.ok(report)
                                .type(MediaType.APPLICATION_JSON_TYPE)
                                .build());
    }

    private Uni<SlaReport> report(
            @Nullable String groupBy,
            @Nullable String periodWord,
            Set<Rate> rates,
            SlaRequest request,
            Language language) {
        Grouping grouping = SlaRequest.grouping("groupBy", groupBy);
        Period period = SlaRequest.period(periodWord);
        Instant now = clock.instant();
        List<Instant> cuts = SlaRequest.withOneBefore(period, request.cuts(period, now));
        SlaFilter filter = request.filter(cuts, caller.scope());
        return counting.count(Rate.measures(rates.toArray(Rate[]::new)), grouping, filter, now)
                .map(counts -> reports.form(rates, grouping, period, filter, now, counts, language));
    }

    @GET
    @Path("/rates")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "All rates with their formulas, in the order of the report")
    public List<RateView> rates() {
        return Arrays.stream(Rate.values()).map(RateView::of).toList();
    }

    @GET
    @Path("/trend")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary = "One rate over the last periods",
            description = "The present period, which is not over, is the last; with the filters of the report.")
    public Uni<Trend> trend(
            @Parameter(description = "word of a rate, such as handled-on-time", required = true)
                    @QueryParam("rate")
                    @Nullable
                    String rate,
            @Parameter(description = "total, department, street, community, grid or type; total when absent")
                    @QueryParam("group")
                    @Nullable
                    String group,
            @Parameter(description = "day, week, month, quarter, half-year or year; month when absent")
                    @QueryParam("period")
                    @Nullable
                    String period,
            @Parameter(description = "how many periods, 1 to 400; 12 when absent") @QueryParam("count") @Nullable
                    String count,
            @BeanParam SlaRequest request,
            @Context HttpHeaders headers) {
        Rate known = rate(rate);
        Grouping grouping = SlaRequest.grouping("group", group);
        Period length = Objects.requireNonNullElse(SlaRequest.period(period), Period.MONTH);
        int pieces =
                Objects.requireNonNullElse(Params.integer("count", count, 1, SlaRequest.MAX_PERIODS), DEFAULT_POINTS);
        Instant now = clock.instant();
        SlaFilter filter = request.filter(request.lastPeriods(length, pieces, now), caller.scope());
        Language language = Languages.of(headers);
        return counting.count(Rate.measures(known), grouping, filter, now)
                .map(counts -> reports.trend(known, grouping, length, filter, now, counts, language));
    }

    private static Set<Rate> rates(List<String> words) {
        return words.isEmpty()
                ? EnumSet.allOf(Rate.class)
                : EnumSet.copyOf(words.stream().map(SlaResource::rate).toList());
    }

    private static Rate rate(@Nullable String word) {
        return Rate.of(Params.required("rate", Params.oneOf("rate", word, Rate.words())))
                .orElseThrow();
    }

    @GET
    @Path("/tickets")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary = "The tickets behind a number",
            description = "With the filters of the report: as many as the number says, cursor by cursor.")
    public Uni<Page<CountedView>> tickets(
            @Parameter(description = "word of a rate, such as handled-on-time") @QueryParam("rate") @Nullable
                    String rate,
            @Parameter(description = "numerator or denominator") @QueryParam("part") @Nullable String part,
            @BeanParam SlaRequest request,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Rate known = rate(rate);
        String half = Params.required("part", Params.oneOf("part", part, "numerator", "denominator"));
        Instant now = clock.instant();
        SlaFilter filter = request.filter(request.cuts(null, now), caller.scope());
        PageRequest page = PageRequest.of(limit, cursor, 2);
        Language language = Languages.of(headers);
        return queries.tickets(known, half.equals("numerator"), filter, now, page)
                .map(found -> Page.of(found, page, uri, counted -> Cursor.of(counted.at(), counted.id()))
                        .map(counted -> CountedView.of(counted, districts.names(), language)));
    }

    /**
     * One of the tickets behind a number.
     *
     * @param at the instant that puts it into its period: when it was due, filed, dispatched or answered
     * @param counts whether it is in the numerator
     */
    @Schema(name = "SlaTicket")
    public record CountedView(
            UUID ticketId,
            @Schema(examples = "370102009-20260302-7K3M9Q") String ticketNo,
            String state,
            @Nullable UUID assignmentId,
            @Nullable Named department,
            @Nullable Named type,
            LoopView.PlaceView place,
            Instant at,
            boolean counts) {

        static CountedView of(SlaQueries.Counted counted, Names names, Language language) {
            return new CountedView(
                    counted.ticketId(),
                    counted.ticketNo(),
                    counted.state(),
                    counted.assignmentId(),
                    Named.of(counted.department(), names.departments(), language),
                    Named.of(counted.type(), names.types(), language),
                    LoopView.PlaceView.of(counted.grid(), names, language),
                    counted.at(),
                    counted.counts());
        }
    }
}
