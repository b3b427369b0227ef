package org.whistle.intake.reporter.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.intake.reporter.Pseudonyms;
import org.whistle.intake.reporter.ReporterRule;
import org.whistle.intake.reporter.store.Erasure;

/** Removes what is kept of a person, when they ask for it. */
@Path("/reporters/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reporters")
public class ErasureResource {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9](?:[ -]?[0-9]){4,19}");

    private final Erasure erasure;
    private final Pseudonyms pseudonyms;
    private final Caller caller;

    @Inject
    ErasureResource(Erasure erasure, Pseudonyms pseudonyms, Caller caller) {
        this.erasure = erasure;
        this.pseudonyms = pseudonyms;
        this.caller = caller;
    }

    /** Removes name and phone from all of a person's reports; the reports stay. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Erase a person's name and phone; on the audit record with its reason",
            description =
                    "By phone or pseudonym. The reports stay with their words and their pseudonym, so nothing that"
                            + " was counted changes; what a reporter wrote into the text is not touched.")
    @APIResponse(responseCode = "200", description = "Erased")
    @APIResponse(responseCode = "404", description = "Nothing is kept of this person")
    public Uni<Erased> erase(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ErasureBody.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "by phone",
                                                            value = "{\"phone\": \"13800001234\","
                                                                    + " \"reason\": \"本人书面申请删除个人信息\"}")))
                    @Nullable
                    ErasureBody body) {
        caller.requireRole(Roles.ADMINISTRATOR);
        if (body == null) {
            throw ProblemException.field("body", "需要 JSON 请求体", "must be a JSON object");
        }
        check(body);
        UUID person = body.phone() == null ? body.pseudonym() : pseudonyms.ofPhone(body.phone());
        return erasure.erase(person, body.reason().strip(), caller.account()).map(reports -> {
            if (reports == 0) {
                throw ProblemException.of(ReporterRule.PERSON_UNKNOWN);
            }
            return new Erased(person, reports);
        });
    }

    private static void check(ErasureBody body) {
        FieldProblems problems = new FieldProblems()
                .addIf(
                        (body.phone() == null) == (body.pseudonym() == null),
                        "phone",
                        "phone 与 pseudonym 须给出其一",
                        "give either phone or pseudonym")
                .addIf(
                        body.phone() != null && !PHONE.matcher(body.phone()).matches(),
                        "phone",
                        "应为 5 到 20 位数字，可有空格、连字符和开头的 +",
                        "must be 5 to 20 digits, with blanks, hyphens and a leading + if you like");
        Reasons.check(problems, body.reason()).throwIfAny();
    }

    /**
     * Whose data is to be erased, and why.
     *
     * @param reason 10 to 500 characters
     */
    @Schema(name = "ErasureRequest")
    public record ErasureBody(
            @Schema(maxLength = 32, examples = "13800001234") @Nullable
            String phone,

            @Nullable UUID pseudonym,

            @Schema(required = true, minLength = 10, maxLength = 500) @Nullable
            String reason) {

        /** Says nothing, wherever it may be printed. */
        @Override
        public String toString() {
            return "ErasureBody[hidden]";
        }
    }

    /**
     * What was erased.
     *
     * @param pseudonym the person's; it stays with the reports
     * @param reports from how many reports
     */
    @Schema(name = "Erased")
    public record Erased(UUID pseudonym, int reports) {}
}
