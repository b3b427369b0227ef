package org.whistle.chassis.deadletter;

import java.util.Locale;
import org.whistle.chassis.problem.ProblemCode;

/** Why a dead letter was not replayed. */
enum DeadLetterProblem implements ProblemCode {
    STILL_FAILS(
            422,
            "仍无法处理",
            "Still cannot be processed",
            "重放失败，该死信保持原样：{0}",
            "The replay failed and the dead letter stays as it was: {0}"),
    ALREADY_REPLAYED(409, "已重放", "Already replayed", "该死信已于 {0} 由 {1} 重放。", "It was replayed at {0} by {1}.");

    private final int status;
    private final String titleZh;
    private final String titleEn;
    private final String detailZh;
    private final String detailEn;

    DeadLetterProblem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        this.status = status;
        this.titleZh = titleZh;
        this.titleEn = titleEn;
        this.detailZh = detailZh;
        this.detailEn = detailEn;
    }

    @Override
    public String code() {
        return "dead-letter-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String titleZh() {
        return titleZh;
    }

    @Override
    public String titleEn() {
        return titleEn;
    }

    @Override
    public String detailZh() {
        return detailZh;
    }

    @Override
    public String detailEn() {
        return detailEn;
    }
}
