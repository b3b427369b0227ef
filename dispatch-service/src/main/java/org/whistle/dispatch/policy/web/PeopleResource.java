package org.whistle.dispatch.policy.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.district.Account;
import org.whistle.district.District;
import org.whistle.district.Label;
import org.whistle.district.Role;

/**
 * Who is behind an account that decided something: its name, as the district's accounts have it. Only for staff, of staff;
 * and for everybody their own.
 */
@Path("/people")
@Authenticated
@Tag(name = "policy")
public class PeopleResource {

    private static final int MOST = 100;
    private static final int LONGEST = 64;

    private final Policies policies;
    private final Caller caller;

    PeopleResource(Policies policies, Caller caller) {
        this.policies = policies;
        this.caller = caller;
    }

    /**
     * A person who acts for the city.
     *
     * @param department code of the body they work for; null for who belongs to none
     */
    @Schema(name = "Person")
    record PersonView(
            @Schema(examples = "dispatcher-009") String account,
            Label name,
            @Nullable String department) {

        static PersonView of(Account account) {
            return new PersonView(account.username(), account.name(), account.department());
        }
    }

    /** Names of accounts. */
    @GET
    @Operation(
            summary =
                    "Names of the accounts that are named; those the district does not know, and residents', are left "
                            + "out. A resident asks for their own only")
    public List<PersonView> people(
            @Parameter(
                            description = "accounts with commas between them, at most 100",
                            example = "dispatcher-009,water-supply-handler")
                    @QueryParam("accounts")
                    @Nullable
                    String accounts) {
        String[] asked = Params.required("accounts", accounts).split(",", -1);
        if (asked.length > MOST) {
            throw ProblemException.field("accounts", "不能超过 " + MOST + " 个", "must not be more than " + MOST);
        }
        List<String> wanted = Arrays.stream(asked)
                .map(account -> Params.text("accounts", account, LONGEST))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!caller.isStaff() && !wanted.stream().allMatch(caller.account()::equals)) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
        District district = policies.current().district();
        return wanted.stream()
                .flatMap(account -> district.account(account).stream())
                // Whoever is only a resident is nobody else's to look up.
                .filter(account -> account.username().equals(caller.account())
                        || !account.roles().equals(Set.of(Role.RESIDENT)))
                .map(PersonView::of)
                .toList();
    }
}
