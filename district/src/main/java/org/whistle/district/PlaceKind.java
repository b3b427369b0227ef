package org.whistle.district;

/** What a grid consists of; commercial buildings and markets may be grids of their own. */
public enum PlaceKind implements Coded {
    RESIDENTIAL("residential"),
    COMMERCIAL("commercial"),
    MARKET("market");

    private final String code;

    PlaceKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
