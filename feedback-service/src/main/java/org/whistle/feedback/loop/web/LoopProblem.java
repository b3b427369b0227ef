package org.whistle.feedback.loop.web;

import org.whistle.chassis.problem.ProblemCode;
import org.whistle.feedback.loop.Refusal;

/** What a caller is told when the decider says no; one for each {@link Refusal}, of the same name. */
public enum LoopProblem implements ProblemCode {
    HANDLER_MAY_NOT_CLOSE(
            403,
            "处置人不得核查、回访或结案",
            "Whoever handles may not close",
            "参与处置的部门和人员不能核查、回访或结案，请由监督一方办理。",
            "Departments and people who took part in handling may not verify, call back or close; the supervision side does."),
    NOT_AWAITING_VERIFICATION(
            409,
            "当前不待核查",
            "Not awaiting verification",
            "工单当前状态为 {0}，不能核查。",
            "The ticket is {0}; it cannot be verified now."),
    NOT_AWAITING_ANSWER(
            409,
            "当前不待回访",
            "Not awaiting an answer",
            "工单当前状态为 {0}，不能回访或结案。",
            "The ticket is {0}; it cannot be called back or closed now."),
    TOO_FAR_FROM_SITE(
            422,
            "离现场太远",
            "Too far from the site",
            "您距离上报位置 {0} 米，核查须在 {1} 米以内进行。",
            "You are {0} metres from the reported position; verify within {1} metres of it."),
    TOO_FEW_PHOTOS(
            422,
            "照片不足",
            "Too few photos",
            "核查有 {0} 张照片，至少需要 {1} 张。",
            "The verification has {0} photos; it needs at least {1}."),
    FINDING_MISSING(
            422,
            "缺少核查说明",
            "Finding missing",
            "未修复时须在 note 中说明现场情况。",
            "When it is not fixed, say in note what was found."),
    UNKNOWN_LEG(
            422, "任务不属于本轮", "No such assignment", "任务 {0} 不在本轮派遣之中。", "Assignment {0} is none of the present round."),
    TOO_FEW_ATTEMPTS(
            409,
            "回访次数不足",
            "Too few attempts",
            "已回访 {0} 次未接通，满 {1} 次后方可由督办人员结案。",
            "The reporter was called {0} times without contact; after {1} a supervisor may close.");

    private final Wording wording;

    LoopProblem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    static LoopProblem of(Refusal refusal) {
        return valueOf(refusal.name());
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
