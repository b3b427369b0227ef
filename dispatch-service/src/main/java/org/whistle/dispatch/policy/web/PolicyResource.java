package org.whistle.dispatch.policy.web;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.dispatch.policy.store.Policies.PolicyInfo;
import org.whistle.district.Department;
import org.whistle.district.District;
import org.whistle.district.DistrictArchive;
import org.whistle.district.DistrictException;
import org.whistle.district.IssueType;
import org.whistle.district.Label;
import org.whistle.district.Limit;
import org.whistle.district.PolicyValue;
import org.whistle.district.RoutingRule;

/** The district's data: a city loads its own, everybody on the command side looks into it. */
@Path("/")
@RolesAllowed({
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.COMMUNITY,
    Roles.ADMINISTRATOR,
    Roles.HANDLER,
    Roles.MANAGER
})
@Tag(name = "policy", description = "Catalogue, bodies, rules and figures in force, and loading another version")
public class PolicyResource {

    private static final String ZIP = "application/zip";
    private static final int VERSIONS_SHOWN = 20;

    private final Policies policies;
    private final Caller caller;

    PolicyResource(Policies policies, Caller caller) {
        this.policies = policies;
        this.caller = caller;
    }

    /** The policy in force. */
    @Schema(name = "Policy")
    record PolicyView(
            @Schema(examples = "708004ff6dac") String version,
            @Nullable PolicyInfo loaded,
            String district,
            String name,
            List<PolicyValue> values,
            List<PolicyInfo> versions) {}

    /** One condition of an issue type. */
    @Schema(name = "CatalogueCondition")
    record ConditionView(
            String code,
            Label name,
            String lead,
            List<String> cooperating,
            String urgency,
            @Schema(examples = "2uh") String limit,
            boolean joint) {}

    /** One issue type. */
    @Schema(name = "CatalogueType")
    record TypeView(String code, Label name, String kind, String group, List<ConditionView> conditions) {}

    /**
     * One body.
     *
     * @param ownHours whether it has working hours or days of its own; {@code /worktime/days} tells which
     */
    @Schema(name = "Department")
    record DepartmentView(String code, Label name, String kind, boolean ownHours) {}

    /** Figures and versions. */
    @GET
    @Path("policy")
    @Operation(summary = "The policy in force: version, figures, and the versions before")
    public Uni<PolicyView> policy() {
        District district = policies.current().district();
        return policies.latest(VERSIONS_SHOWN)
                .map(versions -> new PolicyView(
                        district.version(),
                        policies.info().orElse(null),
                        district.info().code(),
                        district.info().name().zh(),
                        List.copyOf(district.policy().values()),
                        versions));
    }

    /** Routing rules. */
    @GET
    @Path("rules")
    @Operation(summary = "Routing rules in force, in the order of the file; of one type when asked")
    public List<RoutingRule> rules(@QueryParam("type") @Nullable String type) {
        String wanted = Params.text("type", type, 16);
        return policies.current().district().rules().stream()
                .filter(rule -> wanted == null || rule.type().equals(wanted))
                .toList();
    }

    /** Bodies. Their names are public: whoever reads of a body by its code may know which one it is. */
    @GET
    @Path("departments")
    @Authenticated
    @Operation(summary = "The bodies a ticket can be sent to; any account may ask")
    public List<DepartmentView> departments() {
        District district = policies.current().district();
        return district.departments().stream()
                .map(department -> view(department, district))
                .toList();
    }

    /** Issue types with their conditions. */
    @GET
    @Path("catalogue")
    @Operation(summary = "Issue types and their conditions, with lead, urgency and limit")
    public List<TypeView> catalogue() {
        return policies.current().district().types().stream()
                .map(PolicyResource::view)
                .toList();
    }

    /** The district's files. */
    @GET
    @Path("district")
    @Produces(ZIP)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "The district's files in force as a zip archive")
    public Uni<Response> district() {
        District district = policies.current().district();
        return Uni.createFrom().item(() -> Response.ok(DistrictArchive.zip(district))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"district-" + district.version() + ".zip\"")
                .build());
    }

    /** Loads a district. */
    @PUT
    @Path("district")
    @Consumes({ZIP, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Load the district's files; they come into force at once, tickets keep the version they have")
    @APIResponse(responseCode = "200", description = "in force")
    @APIResponse(responseCode = "422", description = "something is wrong with the files; errors names each place")
    public Uni<PolicyInfo> load(byte[] archive, @Context HttpHeaders headers) {
        if (archive == null || archive.length == 0) {
            throw ProblemException.of(CommonProblem.BAD_REQUEST);
        }
        return policies.load(archive, caller.account())
                .onFailure(DistrictException.class)
                .transform(failure -> Faults.of(CommonProblem.DISTRICT_FAULTY, (DistrictException) failure));
    }

    private static DepartmentView view(Department department, District district) {
        return new DepartmentView(
                department.code(),
                department.name(),
                department.kind().code(),
                district.hasOwnHours(department.code()));
    }

    private static TypeView view(IssueType type) {
        return new TypeView(
                type.code(),
                type.name(),
                type.kind().code(),
                type.group(),
                type.conditions().stream()
                        .map(condition -> new ConditionView(
                                condition.code(),
                                condition.name(),
                                condition.lead(),
                                condition.cooperating(),
                                condition.urgency().code(),
                                limit(condition.limit()),
                                condition.joint()))
                        .toList());
    }

    private static String limit(Limit limit) {
        return limit.toString();
    }
}
