package org.whistle.district;

/** What sort of body handles: a government department, an enterprise, or a body of the neighbourhood. */
public enum DepartmentKind implements Coded {
    DEPARTMENT("department"),
    ENTERPRISE("enterprise"),
    LOCAL("local");

    private final String code;

    DepartmentKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
