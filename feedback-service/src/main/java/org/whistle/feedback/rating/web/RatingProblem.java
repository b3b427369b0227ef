package org.whistle.feedback.rating.web;

import org.whistle.chassis.problem.ProblemCode;
import org.whistle.feedback.rating.CommunityRating;

/** What a community is told when it may not be; one for each {@link CommunityRating.Refusal}, of the same name. */
public enum RatingProblem implements ProblemCode {
    NO_SUCH_PART(422, "工单没有该任务", "No such part", "工单没有任务 {0}。", "The ticket has no assignment {0}."),
    PART_NOT_COMPLETED(
            409,
            "尚未办结",
            "Part not completed",
            "部门 {0} 尚未办结，办结后再评价。",
            "The department {0} has not completed its part; it is rated when it has."),
    PART_ALREADY_RATED(
            409,
            "已评价",
            "Part already rated",
            "部门 {0} 的本次办结已于 {1} 评价，返工后可再次评价。",
            "The department {0} was rated for this completion at {1}; after a rework it may be rated anew.");

    private final Wording wording;

    RatingProblem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    static RatingProblem of(CommunityRating.Refusal refusal) {
        return valueOf(refusal.name());
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
