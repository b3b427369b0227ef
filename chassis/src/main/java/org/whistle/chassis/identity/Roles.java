package org.whistle.chassis.identity;

import java.util.Set;

/** The realm roles as they stand in the token's {@code realm_access.roles}. */
public final class Roles {

    public static final String GRID_WORKER = "grid-worker";
    public static final String UNIT_STEWARD = "unit-steward";
    public static final String BUILDING_HEAD = "building-head";
    /** A residential-area branch (小区党支部). */
    public static final String BRANCH = "branch";

    public static final String COMMUNITY = "community";
    public static final String DISPATCHER = "dispatcher";
    public static final String HANDLER = "handler";
    public static final String MANAGER = "manager";
    public static final String SUPERVISOR = "supervisor";
    public static final String LEADER = "leader";
    public static final String RESIDENT = "resident";
    public static final String ADMINISTRATOR = "administrator";
    /** The clerk who calls reporters back. */
    public static final String CALL_AGENT = "call-agent";
    /** Reads metrics, lists and replays dead letters. */
    public static final String OPERATOR = "operator";

    /** Whoever acts for the city, paid or not: all but residents, who act for themselves. */
    public static final Set<String> STAFF = Set.of(
            GRID_WORKER,
            UNIT_STEWARD,
            BUILDING_HEAD,
            BRANCH,
            COMMUNITY,
            DISPATCHER,
            HANDLER,
            MANAGER,
            SUPERVISOR,
            LEADER,
            ADMINISTRATOR,
            CALL_AGENT,
            OPERATOR);

    private Roles() {}
}
