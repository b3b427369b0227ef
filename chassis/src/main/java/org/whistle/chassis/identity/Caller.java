package org.whistle.chassis.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;

/**
 * The person or system behind the request, out of the verified token. Inject it into resources; read what you need
 * before you leave the request's thread of work, and carry {@link #scope()} or the plain values further.
 */
@RequestScoped
@Unremovable
public class Caller {

    /** Roles that see a whole area, whatever else their holder is. */
    private static final Set<String> ACROSS_DEPARTMENTS =
            Set.of(Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER, Roles.ADMINISTRATOR);

    private final TokenFacts facts;

    /** For the container's proxy only. */
    protected Caller() {
        this(new TokenFacts("", "", Set.of(), List.of(), null));
    }

    @Inject
    Caller(SecurityIdentity identity) {
        this(TokenFacts.of(identity));
    }

    private Caller(TokenFacts facts) {
        this.facts = facts;
    }

    /** A caller with known facts, for tests and for work done in the system's own name. */
    public static Caller of(
            String account, String name, Set<String> roles, List<String> areas, @Nullable String department) {
        return new Caller(new TokenFacts(account, name, roles, areas, department));
    }

    /** The account name, unique in the realm ({@code preferred_username}). */
    public String account() {
        return facts.account();
    }

    /** The name to show; the account when the token has none. */
    public String name() {
        return facts.name();
    }

    /** The realm roles, see {@link Roles}. */
    public Set<String> roles() {
        return facts.roles();
    }

    /** The areas as place codes of 6, 9, 12 or 15 digits; without any, nothing is seen. */
    public List<String> areas() {
        return facts.areas();
    }

    /** The code of the department the caller belongs to, or null. */
    public @Nullable String department() {
        return facts.department();
    }

    /** Whether the caller has a role. */
    public boolean has(String role) {
        return facts.roles().contains(role);
    }

    /** Whether the caller has at least one of the roles. */
    public boolean hasAny(String... anyOf) {
        for (String role : anyOf) {
            if (has(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the caller acts for the city, see {@link Roles#STAFF}. */
    public boolean isStaff() {
        return facts.roles().stream().anyMatch(Roles.STAFF::contains);
    }

    /** @throws ProblemException 403 when the caller has none of the roles */
    public void requireRole(String... anyOf) {
        if (!hasAny(anyOf)) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
    }

    /** Whether a place lies in one of the caller's areas. */
    public boolean sees(@Nullable String placeCode) {
        return scope().sees(placeCode);
    }

    /** Whether a matter at a place and of a department is the caller's to see. */
    public boolean sees(@Nullable String placeCode, @Nullable String department) {
        return scope().sees(placeCode, department);
    }

    /** @throws ProblemException 404 when the place is in none of the caller's areas */
    public void requireSees(@Nullable String placeCode) {
        if (!sees(placeCode)) {
            throw ProblemException.notFound();
        }
    }

    /** @throws ProblemException 404 when the matter is not the caller's to see */
    public void requireSees(@Nullable String placeCode, @Nullable String department) {
        if (!sees(placeCode, department)) {
            throw ProblemException.notFound();
        }
    }

    /**
     * What the caller may see. Handlers and managers are bound to their department, unless they also hold a role that
     * looks across departments; one without a department sees nothing.
     */
    public AreaScope scope() {
        if (!hasAny(Roles.HANDLER, Roles.MANAGER) || ACROSS_DEPARTMENTS.stream().anyMatch(this::has)) {
            return new AreaScope(facts.areas(), null);
        }
        return facts.department() == null
                ? new AreaScope(List.of(), null)
                : new AreaScope(facts.areas(), facts.department());
    }

    @Override
    public String toString() {
        return "Caller[" + facts.account() + "]";
    }
}
