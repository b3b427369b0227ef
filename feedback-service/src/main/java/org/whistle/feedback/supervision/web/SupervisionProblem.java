package org.whistle.feedback.supervision.web;

import org.whistle.chassis.problem.ProblemCode;
import org.whistle.feedback.supervision.Chasing;

/** What a supervisor is told when it may not be; one for each {@link Chasing.Refusal}, of the same name, and more. */
public enum SupervisionProblem implements ProblemCode {
    NOTHING_TO_CHASE(
            409,
            "没有可催办的事项",
            "Nothing to chase",
            "工单当前状态为 {0}，没有可催办的事项。",
            "The ticket is {0}; nobody is waited for who could be chased."),
    NO_SUCH_ASSIGNMENT(
            422, "任务不属于本轮", "No such assignment", "任务 {0} 不在本轮派遣之中。", "Assignment {0} is none of the present round."),
    ASSIGNMENT_DONE(
            409,
            "任务已办结",
            "Assignment done",
            "该部门已于 {0} 办结，无需催办。",
            "That department has done its part at {0}; there is nothing to chase."),
    SUSPENDED(
            409,
            "已挂账",
            "Suspended",
            "任务已挂账至 {0}，挂账期间不催办。",
            "The assignment is suspended until {0}; meanwhile it is not chased."),
    CHASED_LATELY(
            409,
            "刚催办过",
            "Chased lately",
            "您已于 {0} 催办过本工单，请稍后再催。",
            "You chased this ticket at {0}; wait before you chase it again."),
    ALERT_NOT_YOURS(
            403, "不是发给您的提醒", "Not your alert", "此提醒不是发给您的，由接收人签收。", "This alert is for others; they acknowledge it.");

    private final Wording wording;

    SupervisionProblem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    static SupervisionProblem of(Chasing.Refusal refusal) {
        return valueOf(refusal.name());
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
