package org.whistle.district;

/** The roles of the identity provider's realm; the code is the role's name in a token. */
public enum Role implements Coded {
    GRID_WORKER("grid-worker"),
    UNIT_STEWARD("unit-steward"),
    BUILDING_HEAD("building-head"),
    BRANCH("branch"),
    COMMUNITY("community"),
    DISPATCHER("dispatcher"),
    HANDLER("handler"),
    MANAGER("manager"),
    SUPERVISOR("supervisor"),
    LEADER("leader"),
    RESIDENT("resident"),
    ADMINISTRATOR("administrator"),
    CALL_AGENT("call-agent"),
    OPERATOR("operator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
