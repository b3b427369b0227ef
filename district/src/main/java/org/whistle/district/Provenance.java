package org.whistle.district;

/** Where a figure comes from: a published text, or this project's own proposal, which a city is to confirm. */
public enum Provenance implements Coded {
    PUBLISHED("published"),
    PROPOSAL("proposal");

    private final String code;

    Provenance(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
