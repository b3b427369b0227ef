package org.whistle.dispatch.policy.web;

import org.whistle.chassis.problem.ProblemCode;

/** Why a district was not taken over. */
enum DistrictProblem implements ProblemCode {
    /** Its files do not fit together; nothing was changed. */
    DISTRICT_FAULTY;

    @Override
    public Wording wording() {
        return new Wording(
                422,
                "区县数据有误",
                "Faulty district",
                "区县数据中有 {0} 处问题，未作任何改动，见 errors。",
                "The files have {0} problem(s), see errors; nothing was changed.");
    }
}
