package org.whistle.intake.matter;

import org.whistle.chassis.problem.ProblemCode;

/** The rules that a level of the chain can break, with the words for it. */
public enum MatterRule implements ProblemCode {
    MATTER_AT_OTHER_LEVEL(
            403,
            "事项不在您这一级",
            "Matter at another level",
            "该事项现由{0}处理，只有这一级可以答复、上报或议事。",
            "The matter is with {0}; only that level answers it, passes it up or deliberates."),
    MATTER_ANSWERED(409, "事项已答复", "Matter answered", "该事项已经答复，到此为止。", "The matter has been answered and ends there."),
    MATTER_IS_TICKET(
            409,
            "事项已成为工单",
            "Matter is a ticket",
            "该事项已上报街道，成为工单。",
            "The matter has gone up to the street and is a ticket."),
    DELIBERATION_REQUIRED(
            409,
            "须先经居民议事",
            "Deliberation required",
            "突出问题涉及众多居民，须经居民议事（议事园）形成决议，不能直接答复或上报。",
            "A prominent matter concerns many residents: it is put to their deliberation, not answered or passed up."),
    DELIBERATION_NOT_MEANT(
            409,
            "不属于议事事项",
            "Not for deliberation",
            "只有突出问题提交居民议事；协调性事项由本级答复或上报。",
            "Only a prominent matter is put to deliberation; a coordination matter is answered or passed up."),
    TOO_FEW_PARTICIPANTS(
            422,
            "议事人数不足",
            "Too few participants",
            "参加议事的有 {0} 人，至少须 {1} 人，决议才有效。",
            "{0} took part in the deliberation; a resolution needs at least {1}."),
    DELIBERATION_TIME_WRONG(
            422,
            "议事时间不符",
            "Deliberation time wrong",
            "议事时间不能早于事项上报，也不能晚于现在。",
            "A deliberation is held after the matter was reported and not later than now.");

    private final Wording wording;

    MatterRule(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
