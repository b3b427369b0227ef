package org.whistle.intake.report.web;

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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.page.PageRequest;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.chassis.web.Params;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.TrackingCode;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.intake.fate.Fate;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.report.FileReport;
import org.whistle.intake.report.ReporterKinds;
import org.whistle.intake.report.store.Earlier;
import org.whistle.intake.report.store.Filing;
import org.whistle.intake.report.store.FollowedReport;
import org.whistle.intake.report.store.Reports;
import org.whistle.intake.report.store.Viewer;

/** Reports: filed once, followed by whoever filed them. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class ReportResource {

    private static final String[] FILING_ROLES = ReporterKinds.filingRoles().toArray(String[]::new);
    private static final List<String> STATES = Stream.of(
                    Stream.of(FollowedReport.REGISTERED, FollowedReport.ANSWERED),
                    Stream.of(ChainLevel.values())
                            .filter(level -> level.compareTo(ChainLevel.STREET) < 0)
                            .map(ReportCommands::word),
                    Stream.of(Fate.State.values()).map(Fate.State::word))
            .flatMap(states -> states)
            .toList();

    /** More than ever belong to one ticket. */
    private static final long FEWER_THAN = 100_000;

    private static final String EXAMPLE = """
            {"clientId": "phone-7f3a-000123", "type": "C0101", "condition": "a", "matter": "coordination",
             "text": "井盖缺失，行人有跌落危险",
             "position": {"longitude": 117.0702, "latitude": 36.6612, "datum": "wgs84"},
             "address": "甸新东路 12 号门前"}""";

    private final Filing filing;
    private final Reports reports;
    private final ReportCommands commands;
    private final Districts districts;
    private final Caller caller;

    @Inject
    ReportResource(Filing filing, Reports reports, ReportCommands commands, Districts districts, Caller caller) {
        this.filing = filing;
        this.reports = reports;
        this.commands = commands;
        this.districts = districts;
        this.caller = caller;
    }

    /** Files a report. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "File a report",
            description = "Idempotent on the account and clientId: the same body again is answered the same with 200.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportBody.class),
                            examples = @ExampleObject(name = "A missing manhole cover", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Filed",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "200", description = "Filed before; the first answer again")
    @APIResponse(responseCode = "400", description = "Fields missing or malformed")
    @APIResponse(responseCode = "409", description = "The clientId was used with another body")
    @APIResponse(
            responseCode = "422",
            description = "Outside every grid, not in the catalogue, cannot be joined, photos not available")
    public Uni<Response> file(@Nullable ReportBody body, @Context HttpHeaders headers) {
        caller.requireRole(FILING_ROLES);
        if (body == null) {
            throw ProblemException.field("body", "需要 JSON 请求体", "must be a JSON object");
        }
        ReportChecks.check(body);
        Language language = Languages.of(headers);
        FileReport command = commands.command(body, caller);
        Viewer viewer = Viewer.of(caller);
        return filing.file(command, body.type(), body.condition(), commands.disclosure(body, command, caller))
                .map(filed -> {
                    Receipt receipt = Receipt.of(
                            filed.report(),
                            Earlier.seenBy(viewer, filed.earlier()),
                            commands.code(filed.report()),
                            districts.gazetteer(),
                            language);
                    return Response.status(filed.created() ? Response.Status.CREATED : Response.Status.OK)
                            .location(URI.create("/api/intake/reports/" + receipt.id()))
                            .header(HttpHeaders.ETAG, Versions.etag(0))
                            .entity(receipt)
                            .build();
                });
    }

    /** The caller's own reports, newest first. */
    @GET
    @Operation(summary = "The caller's own reports, newest first")
    public Uni<Page<ReportView>> own(
            @Parameter(description = "Only those in this state", example = "dispatched") @QueryParam("state") @Nullable
                    String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        caller.requireRole(FILING_ROLES);
        PageRequest page = PageRequest.of(limit, cursor, 1);
        String wanted = Params.oneOf("state", state, STATES);
        UUID before = page.cursor() == null ? null : page.cursor().uuid(0);
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        return reports.own(caller.account(), wanted, before, page.fetch()).map(found -> Page.of(
                        found, page, uri, row -> Cursor.of(row.report().id()))
                .map(row -> ReportView.of(row, null, commands.code(row.report()), gazetteer, language)));
    }

    /** One report with its timeline. */
    @GET
    @Path("/{id}")
    @Operation(
            summary = "One report and what became of it",
            description = "One's own, or one in the caller's area; for a department, one whose assignment it has.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "404", description = "No such report, or not the caller's to see")
    public Uni<Response> one(@PathParam("id") String id, @Context HttpHeaders headers) {
        UUID reportId = reportId(id);
        Gazetteer gazetteer = districts.gazetteer();
        Language language = Languages.of(headers);
        Viewer viewer = Viewer.of(caller);
        String account = caller.account();
        return reports.find(reportId, viewer).chain(found -> {
            FollowedReport report = found.orElseThrow(ProblemException::notFound);
            TrackingCode code = report.report().account().equals(account) ? commands.code(report.report()) : null;
            return whole(report, viewer)
                    .map(whole -> answer(
                            ReportView.of(report, whole, code, gazetteer, language), version(report, whole), headers));
        });
    }

    private Uni<ReportView.Whole> whole(FollowedReport report, Viewer viewer) {
        UUID ticket = report.report().ticketId();
        return reports.timeline(ticket).chain(lines -> reports.joinedTo(ticket)
                .chain(joined -> reports.leading(report.mergedInto()).chain(leading -> reports.earlier(report.report())
                        .map(earlier -> new ReportView.Whole(
                                joined, lines, leading.orElse(null), Earlier.seenBy(viewer, earlier))))));
    }

    /** The first three only grow; how many belong to a ticket may fall when a merge is undone, so it stands by itself. */
    private static long version(FollowedReport report, ReportView.Whole whole) {
        long leading = whole.leading() == null ? 0 : whole.leading().version();
        return (report.version() + whole.timeline().size() + leading) * FEWER_THAN + whole.joinedReports() % FEWER_THAN;
    }

    private static Response answer(ReportView view, long version, HttpHeaders headers) {
        Response.ResponseBuilder response =
                Versions.unchanged(headers, version) ? Response.notModified() : Response.ok(view);
        return response.header(HttpHeaders.ETAG, Versions.etag(version)).build();
    }

    /** An id that is none names nothing. */
    private static UUID reportId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
