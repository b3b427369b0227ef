package org.whistle.feedback.rebuild.web;

import org.whistle.chassis.problem.ProblemCode;

/** Why a rebuild cannot be begun. */
enum RebuildProblem implements ProblemCode {
    REBUILD_RUNNING;

    @Override
    public Wording wording() {
        return new Wording(
                409,
                "正在重建",
                "A rebuild is running",
                "已有一次重建正在进行，完成后再开始新的重建。",
                "A rebuild is under way; begin another when it is over.");
    }
}
