package org.whistle.district;

/** How an entry of the calendar departs from the week: a day off, a weekend day that is worked (调休), or half a day. */
public enum DayKind implements Coded {
    OFF("off"),
    WORK("work"),
    /** Worked until {@link CalendarDay#NOON}, then off. */
    MORNING("morning"),
    /** Off until {@link CalendarDay#NOON}, then worked. */
    AFTERNOON("afternoon");

    private final String code;

    DayKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
