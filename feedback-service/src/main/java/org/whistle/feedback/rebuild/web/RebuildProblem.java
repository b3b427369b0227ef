package org.whistle.feedback.rebuild.web;

import java.util.Locale;
import org.whistle.chassis.problem.ProblemCode;

/** Why a rebuild cannot be begun. */
enum RebuildProblem implements ProblemCode {
    REBUILD_RUNNING;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String titleZh() {
        return "正在重建";
    }

    @Override
    public String titleEn() {
        return "A rebuild is running";
    }

    @Override
    public String detailZh() {
        return "已有一次重建正在进行，完成后再开始新的重建。";
    }

    @Override
    public String detailEn() {
        return "A rebuild is under way; begin another when it is over.";
    }
}
