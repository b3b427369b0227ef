package org.whistle.intake.report.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.Problem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.problem.Problems;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.intake.grid.store.Districts;
import org.whistle.intake.report.FileReport;
import org.whistle.intake.report.ReporterKinds;
import org.whistle.intake.report.store.Earlier;
import org.whistle.intake.report.store.Filing;
import org.whistle.intake.report.store.Viewer;

/** Many reports in one request, as a phone sends them that was without a network. Each stands for itself. */
@Path("/reports/batch")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class ReportBatchResource {

    private static final Logger LOG = Logger.getLogger(ReportBatchResource.class);
    private static final String[] FILING_ROLES = ReporterKinds.filingRoles().toArray(String[]::new);
    private static final int MOST = 100;
    private static final String PATH = "/api/intake/reports/batch";

    private final Filing filing;
    private final ReportCommands commands;
    private final Districts districts;
    private final Caller caller;
    private final ObjectMapper mapper;

    @Inject
    ReportBatchResource(
            Filing filing, ReportCommands commands, Districts districts, Caller caller, ObjectMapper mapper) {
        this.filing = filing;
        this.commands = commands;
        this.districts = districts;
        this.caller = caller;
        this.mapper = mapper;
    }

    /** Files up to a hundred reports. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "File up to 100 reports; each is answered as if it had been sent alone, in the same order",
            description =
                    "Each is idempotent on its own clientId. A bad one never stops the others. The body as a whole"
                            + " is at most 256 kB.")
    @APIResponse(
            responseCode = "200",
            description = "An answer for each",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    @APIResponse(responseCode = "400", description = "No list of 1 to 100 reports")
    public Uni<BatchAnswer> file(@Nullable BatchBody body, @Context HttpHeaders headers) {
        caller.requireRole(FILING_ROLES);
        List<@Nullable JsonNode> reports = reports(body);
        districts.gazetteer();
        Language language = Languages.of(headers);
        Viewer viewer = Viewer.of(caller);
        List<Uni<ItemAnswer>> answers = new ArrayList<>();
        for (JsonNode report : reports) {
            answers.add(one(report, viewer, language));
        }
        return Uni.join().all(answers).andFailFast().map(BatchAnswer::new);
    }

    private Uni<ItemAnswer> one(@Nullable JsonNode node, Viewer viewer, Language language) {
        String clientId = clientId(node);
        Uni<Filing.Filed> filed;
        try {
            ReportBody body = body(node);
            ReportChecks.check(body);
            FileReport command = commands.command(body, caller);
            filed = filing.file(command, body.type(), body.condition(), commands.disclosure(body, command, caller));
        } catch (ProblemException | WebApplicationException refusal) {
            filed = Uni.createFrom().failure(refusal);
        }
        return filed.map(done -> new ItemAnswer(
                        clientId,
                        (done.created() ? Response.Status.CREATED : Response.Status.OK).getStatusCode(),
                        Receipt.of(
                                done.report(),
                                Earlier.seenBy(viewer, done.earlier()),
                                commands.code(done.report()),
                                districts.gazetteer(),
                                language),
                        null))
                .onFailure()
                .recoverWithItem(failure -> refused(clientId, failure, language));
    }

    private static ItemAnswer refused(@Nullable String clientId, Throwable failure, Language language) {
        ProblemException refusal = Problems.of(failure).orElseGet(() -> {
            String number = Ids.next().toString();
            LOG.errorf(failure, "a report of a batch failed, number %s", number);
            return ProblemException.of(CommonProblem.INTERNAL_ERROR, number);
        });
        Problem problem = Problems.body(refusal, language, PATH);
        return new ItemAnswer(clientId, problem.status(), null, problem);
    }

    private ReportBody body(@Nullable JsonNode node) {
        if (node == null || !node.isObject()) {
            throw ProblemException.field("body", "需要 JSON 对象", "must be a JSON object");
        }
        try {
            return mapper.treeToValue(node, ReportBody.class);
        } catch (JsonProcessingException malformed) {
            // Told as if it had been the whole body.
            throw new WebApplicationException(malformed, Response.Status.BAD_REQUEST);
        }
    }

    /** The id that the answer is known by, when the report has one that is a text. */
    private static @Nullable String clientId(@Nullable JsonNode node) {
        JsonNode id = node == null ? null : node.get("clientId");
        return id == null || !id.isTextual() ? null : id.textValue();
    }

    private static List<@Nullable JsonNode> reports(@Nullable BatchBody body) {
        List<@Nullable JsonNode> reports = body == null ? null : body.reports();
        if (reports == null || reports.isEmpty()) {
            throw ProblemException.field("reports", "至少须有一件上报", "must hold at least one report");
        }
        if (reports.size() > MOST) {
            throw ProblemException.field("reports", "一次最多 " + MOST + " 件", "must not be more than " + MOST);
        }
        return reports;
    }

    /** Reports, each in the form it would have alone; read one by one, so that a malformed one is its own fault only. */
    @Schema(name = "ReportBatch")
    public record BatchBody(
            @Schema(
                    required = true,
                    type = SchemaType.ARRAY,
                    implementation = ReportBody.class,
                    minItems = 1,
                    maxItems = MOST)
            @Nullable
            List<@Nullable JsonNode> reports) {}

    /** The answers, in the order of the reports. */
    @Schema(name = "ReportBatchAnswer")
    public record BatchAnswer(List<ItemAnswer> items) {}

    /**
     * What became of one report.
     *
     * @param status as if it had been sent alone: 201, 200 when it was filed before, 400, 409, 422 and so on
     * @param receipt when it is filed
     * @param problem when it is not
     */
    @Schema(name = "ReportBatchItem")
    public record ItemAnswer(
            @Nullable String clientId,
            @Schema(examples = "201") int status,
            @Nullable Receipt receipt,
            @Nullable Problem problem) {}
}
