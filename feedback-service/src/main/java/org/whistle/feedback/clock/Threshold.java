package org.whistle.feedback.clock;

/** The instants of a limit at which something is said (DOMAIN.md §4), in their order. */
public enum Threshold {
    /** 黄牌, 80 % of the limit. */
    WARNING("warning"),
    /** 红牌, all of the limit. */
    BREACH("breach"),
    /** 督办, 150 % of the limit. */
    SUPERVISION("supervision");

    private final String word;

    Threshold(String word) {
        this.word = word;
    }

    /** As it stands in the API and in the database. */
    public String word() {
        return word;
    }
}
