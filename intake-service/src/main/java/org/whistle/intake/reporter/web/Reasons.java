package org.whistle.intake.reporter.web;

import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;

/** Checks the reason that is put on record. */
final class Reasons {

    static final int FEWEST = 10;
    static final int MOST = 500;

    private Reasons() {}

    /** Notes what is wrong with it. */
    static FieldProblems check(FieldProblems problems, @Nullable String reason) {
        int length = reason == null ? 0 : reason.strip().length();
        return problems.addIf(
                        length < FEWEST || length > MOST,
                        "reason",
                        "必须写明理由，" + FEWEST + " 到 " + MOST + " 个字符",
                        "must say why, in " + FEWEST + " to " + MOST + " characters")
                .addIf(
                        reason != null && reason.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t'),
                        "reason",
                        "含有控制字符",
                        "holds control characters");
    }
}
