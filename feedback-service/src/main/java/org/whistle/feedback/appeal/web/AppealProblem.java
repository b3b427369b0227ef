package org.whistle.feedback.appeal.web;

import org.whistle.chassis.problem.ProblemCode;
import org.whistle.feedback.appeal.AppealDecider;

/** What a caller is told when the decider says no; one for each {@link AppealDecider.Refusal}, of the same name. */
public enum AppealProblem implements ProblemCode {
    NOT_CLOSED_YET(
            409,
            "尚未结案",
            "Not closed yet",
            "工单当前状态为 {0}，结案后方可申诉。",
            "The ticket is {0}; appeal after it has been closed."),
    NOT_YOUR_ASSIGNMENT(
            422,
            "不是本部门的任务",
            "Not your assignment",
            "任务 {0} 不是本部门在此工单上的任务。",
            "Assignment {0} is none of your department's on this ticket."),
    NOT_OVERDUE(
            409,
            "没有超期",
            "Not overdue",
            "该任务按期办结或不计入考核，无需申诉。",
            "That assignment was handled in time or does not count; there is nothing to appeal against."),
    TOO_LATE_TO_APPEAL(409, "申诉期限已过", "Too late to appeal", "申诉期限已于 {0} 届满。", "The time to appeal ended at {0}."),
    APPEALED_ALREADY(
            409,
            "已经申诉过",
            "Appealed already",
            "每项任务只能申诉一次；一级未予支持的，可提请二级。",
            "An assignment is appealed once; after a refusal at the first level, go on to the second."),
    NO_REFUSAL_TO_APPEAL(
            409,
            "不能提请二级",
            "No refusal to appeal against",
            "申诉处于第 {0} 级，状态为 {1}；只有一级未予支持的方可提请二级。",
            "The appeal is {1} at level {0}; the second level comes after a refusal at the first."),
    APPEAL_NOT_OPEN(
            409,
            "申诉已有结论",
            "Appeal not open",
            "申诉在第 {0} 级已有结论（{1}），不能再作决定。",
            "The appeal is {1} at level {0}; there is nothing to decide."),
    OWN_APPEAL(
            403, "不得裁定本部门的申诉", "Your own department's appeal", "提出申诉的部门不能裁定自己的申诉。", "Whoever appeals does not decide."),
    NOT_YOUR_LEVEL(
            403,
            "不属于您的层级",
            "Not your level",
            "申诉处于第 {0} 级：一级由街道派单员或街道督办裁定，二级由区督办裁定。",
            "The appeal is at level {0}: the street's dispatcher or supervisor decides the first, the district's supervisor "
                    + "the second."),
    SAME_JUDGE(
            403,
            "一级裁定人不得裁定二级",
            "Decided by you before",
            "您已在一级作出裁定，二级须由他人裁定。",
            "You decided at the first level; somebody else decides at the second.");

    private final Wording wording;

    AppealProblem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    static AppealProblem of(AppealDecider.Refusal refusal) {
        return valueOf(refusal.name());
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
