package org.whistle.feedback.digest.web;

import java.util.Locale;
import org.whistle.chassis.problem.ProblemCode;

/** Why something cannot be followed. */
enum FollowProblem implements ProblemCode {
    TOO_MANY_FOLLOWS;

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
        return "关注过多";
    }

    @Override
    public String titleEn() {
        return "Too many follows";
    }

    @Override
    public String detailZh() {
        return "最多关注 {0} 项，请先取消一些。";
    }

    @Override
    public String detailEn() {
        return "At most {0} can be followed; give some up first.";
    }
}
