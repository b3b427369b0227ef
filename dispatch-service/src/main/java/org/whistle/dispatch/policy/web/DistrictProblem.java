package org.whistle.dispatch.policy.web;

import org.whistle.chassis.problem.ProblemCode;

/** Why a district was not taken over. */
enum DistrictProblem implements ProblemCode {
    /** Its files do not fit together; nothing was changed. */
    DISTRICT_FAULTY;

    @Override
    public String code() {
        return "district-faulty";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String titleZh() {
        return "区县数据有误";
    }

    @Override
    public String titleEn() {
        return "Faulty district";
    }

    @Override
    public String detailZh() {
        return "区县数据中有 {0} 处问题，未作任何改动，见 errors。";
    }

    @Override
    public String detailEn() {
        return "The files have {0} problem(s), see errors; nothing was changed.";
    }
}
