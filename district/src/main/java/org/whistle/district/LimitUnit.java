package org.whistle.district;

/** Units of a time limit. Working time is counted inside working hours on workdays only; the others never stop. */
public enum LimitUnit implements Coded {
    /** Urgent hours, continuous. */
    UH("uh"),
    /** Urgent minutes, continuous. */
    UM("um"),
    /** Working hours. */
    WH("wh"),
    /** Working days of eight working hours. */
    WD("wd"),
    /** Continuous days of 24 hours. */
    UD("ud"),
    /** Calendar days. */
    CD("cd");

    private final String code;

    LimitUnit(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether the clock stops outside working hours. */
    public boolean isWorkingTime() {
        return this == WH || this == WD;
    }
}
