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

    private final Wording wording;

    DeadLetterProblem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public String code() {
        return "dead-letter-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
