package org.whistle.dispatch.draft.web;

import org.whistle.chassis.problem.ProblemCode;

/** Why a change of the rules is refused. */
enum DraftProblem implements ProblemCode {
    DRAFT_OUTDATED(
            409,
            "草案已过时",
            "The draft is outdated",
            "草案基于版本 {0}，而现行版本已是 {1}；请新建草案。",
            "The draft was begun on version {0}, but {1} is in force now; begin a new one."),
    DRAFT_DECIDED(409, "草案已定", "The draft is decided", "草案状态为 {0}，不能再修改。", "The draft is {0} and cannot be changed."),
    UNKNOWN_RULE(404, "没有此规则", "No such rule", "没有编号为 {0} 的规则。", "There is no rule with the id {0}."),
    RULES_FAULTY(
            422,
            "规则有误",
            "Faulty rules",
            "规则文件中有 {0} 处问题，未作任何改动，见 errors。",
            "The files have {0} problem(s), see errors; nothing was changed."),
    NO_MANUAL_CHOICE(
            409,
            "没有人工派单",
            "No choice of a person",
            "只有由人工派单的工单才能提议为规则。",
            "Only what a person dispatched can be proposed as a rule."),
    PROPOSAL_DECIDED(409, "提议已处理", "The proposal is decided", "此提议已处理。", "This proposal has been decided.");

    private final Wording wording;

    DraftProblem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
