package org.whistle.district;

/** How an entry of the calendar departs from the week: a day off, or a weekend day that is worked (调休). */
public enum DayKind implements Coded {
    OFF("off"),
    WORK("work");

    private final String code;

    DayKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
