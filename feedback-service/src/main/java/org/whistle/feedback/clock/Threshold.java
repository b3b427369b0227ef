package org.whistle.feedback.clock;

import java.util.Arrays;

/** The instants of a limit at which something is said (DOMAIN.md §4); the order in which a clock passes them is theirs. */
public enum Threshold {
    /** 黄牌, 80 % of the limit. */
    WARNING("warning"),
    /** 红牌, all of the limit. */
    BREACH("breach"),
    /** 督办, 150 % of the limit. */
    SUPERVISION("supervision"),
    /** 催办, the working day after a breach; it may lie before or after the supervision order. */
    CHASING("chasing"),
    /** 通报, five working days after the chasing. */
    BULLETIN("bulletin"),
    /** A body called by a whistle is not on site in time. */
    CHECK_IN_MISSED("check-in-missed");

    private final String word;

    Threshold(String word) {
        this.word = word;
    }

    /** As it stands in the API and in the database. */
    public String word() {
        return word;
    }

    /**
     * The threshold of a word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Threshold of(String word) {
        return Arrays.stream(values())
                .filter(threshold -> threshold.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no threshold " + word));
    }
}
