package org.whistle.feedback.digest.web;

import org.whistle.chassis.problem.ProblemCode;

/** Why something cannot be followed. */
enum FollowProblem implements ProblemCode {
    TOO_MANY_FOLLOWS;

    @Override
    public Wording wording() {
        return new Wording(
                409,
                "关注过多",
                "Too many follows",
                "最多关注 {0} 项，请先取消一些。",
                "At most {0} can be followed; give some up first.");
    }
}
