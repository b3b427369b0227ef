package org.whistle.district;

/** The three families of issue types: things (部件), happenings (事件), matters between people (社会治理). */
public enum IssueKind implements Coded {
    COMPONENT("component"),
    EVENT("event"),
    SOCIAL("social");

    private final String code;

    IssueKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
