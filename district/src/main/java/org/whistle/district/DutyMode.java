package org.whistle.district;

/** How a street stands to a type of event: its own (基本), assisting (配合), or taken back upward (上收). */
public enum DutyMode implements Coded {
    OWN("own"),
    ASSIST("assist"),
    UPWARD("upward");

    private final String code;

    DutyMode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
