package org.whistle.chassis.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

/** What was decided in this service and who has looked at personal data, for those who answer for the whole district. */
@Path("/audit")
@RolesAllowed({Roles.OPERATOR, Roles.ADMINISTRATOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit", description = "Who decided or looked at what; chained, so that no record changes unseen")
public class AuditResource {

    /** Digits of a district's code: who has only a part of the district does not read everybody's records. */
    private static final int DISTRICT = 6;

    private static final int MAX_TEXT = 128;
    private static final int MAX_HASH = 256;

    private final AuditQueries queries;
    private final AuditVerifier verifier;
    private final Caller caller;
    private final ObjectMapper json;

    AuditResource(AuditQueries queries, AuditVerifier verifier, Caller caller, ObjectMapper json) {
        this.queries = queries;
        this.verifier = verifier;
        this.caller = caller;
        this.json = json;
    }

    /** Records, the latest first. */
    @GET
    @Operation(summary = "Audit records, the latest first; an act is among them about a second after it")
    public Uni<Page<Entry>> list(
            @Parameter(description = "Id of what it was done to, such as a ticket's") @QueryParam("subject") @Nullable
                    String subject,
            @Parameter(description = "Account", example = "dispatcher-001") @QueryParam("actor") @Nullable String actor,
            @Parameter(description = "What was done", example = "return-approved") @QueryParam("action") @Nullable
                    String action,
            @Parameter(description = "Instant or day, included") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Instant or day, not included") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        requireDistrict();
        PageRequest page = PageRequest.of(limit, cursor, 1);
        AuditQueries.Filter filter = new AuditQueries.Filter(
                Params.text("subject", subject, MAX_TEXT),
                Params.text("actor", actor, MAX_TEXT),
                Params.text("action", action, MAX_TEXT),
                Params.instantOrDay("from", from),
                Params.instantOrDay("to", to));
        Cursor at = page.cursor();
        return queries.list(filter, at == null ? Long.MAX_VALUE : at.number(0), page.fetch())
                .map(records -> Page.of(records, page, uri, record -> Cursor.of(record.seq()))
                        .map(this::entry));
    }

    /** Whether the chain is whole. */
    @GET
    @Path("/verification")
    @Operation(
            summary = "Verify the whole chain",
            description = "Reads every record, so it takes a while: about a minute for each million. With seq and hash"
                    + " of an earlier verification it also proves that this is still the same chain.")
    public Uni<AuditVerification> verification(
            @Parameter(description = "headSeq of an earlier verification") @QueryParam("seq") @Nullable String seq,
            @Parameter(description = "headHash of that verification") @QueryParam("hash") @Nullable String hash) {
        requireDistrict();
        Integer place = Params.integer("seq", seq, 1, Integer.MAX_VALUE);
        String known = Params.text("hash", hash, MAX_HASH);
        if ((place == null) != (known == null)) {
            throw ProblemException.field(
                    place == null ? "seq" : "hash", "seq 与 hash 须同时提供", "seq and hash belong together");
        }
        return verifier.verify(place == null ? null : new AuditVerifier.Known(place, bytes(known)));
    }

    private void requireDistrict() {
        if (caller.areas().stream().noneMatch(area -> area.length() == DISTRICT)) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
    }

    private static byte[] bytes(String hash) {
        try {
            return HexFormat.of().parseHex(hash);
        } catch (IllegalArgumentException e) {
            throw ProblemException.field("hash", "必须是十六进制", "must be hexadecimal");
        }
    }

    private Entry entry(AuditRecord record) {
        AuditEntry entry = record.entry();
        return new Entry(
                record.seq(),
                entry.at().atZone(Params.ZONE).toOffsetDateTime(),
                entry.actor(),
                entry.department(),
                entry.action(),
                entry.subjectType(),
                entry.subjectId(),
                detail(entry.detail()),
                HexFormat.of().formatHex(record.previous()),
                HexFormat.of().formatHex(record.hash()));
    }

    /** One that somebody made unreadable is shown as it stands: it is what the auditor is looking for. */
    private JsonNode detail(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    /**
     * An audit record.
     *
     * @param seq place in the chain
     * @param actor the account
     * @param detail what else is on record; of an event its id and body
     * @param hash hexadecimal
     */
    @Schema(name = "AuditRecord")
    public record Entry(
            long seq,
            OffsetDateTime at,
            @Schema(examples = "dispatcher-001") String actor,
            @Nullable String department,
            @Schema(examples = "return-approved") String action,
            @Schema(examples = "ticket") String subjectType,
            String subjectId,
            @Schema(implementation = Object.class) JsonNode detail,
            String previous,
            String hash) {}
}
