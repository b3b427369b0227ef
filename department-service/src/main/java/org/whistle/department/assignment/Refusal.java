package org.whistle.department.assignment;

import java.util.Locale;
import org.whistle.chassis.problem.ProblemCode;

/** Why a department's wish is refused; the same names over REST and on the rejected topics. */
public enum Refusal implements ProblemCode {
    ALREADY_ACCEPTED(409, "已接单", "Already accepted", "{0} 已承接此任务。", "{0} has already accepted this assignment."),
    NOT_ACCEPTED_YET(409, "尚未接单", "Not accepted yet", "请先接单，再进行此操作。", "Accept the assignment before doing this."),
    ALREADY_COMPLETED(409, "已办结", "Already completed", "此任务已于 {0} 办结。", "The assignment was completed at {0}."),
    RETURN_PENDING(
            409,
            "退单待审",
            "Return pending",
            "退单申请尚待街道审批，审批前不能进行此操作。",
            "The street has not decided on the return yet; until then this cannot be done."),
    RETURN_TOO_LATE(409, "已过退单时限", "Too late to return", "退单应在 {0} 之前提出。", "A return had to be asked for until {0}."),
    NO_RETURNS_LEFT(
            409,
            "退单次数已用完",
            "No returns left",
            "退单次数已用完，此派单为最终决定。",
            "No further return is possible; the dispatch binds."),
    RETURN_ROLE(403, "无权退单", "Not yours to return", "只有以下角色可以申请退单：{0}。", "Only these roles may ask for a return: {0}."),
    EVIDENCE_MISSING(
            422, "缺少现场照片", "Evidence missing", "办结至少需要 {0} 张现场照片。", "A completion needs at least {0} evidence photos."),
    RECALLED(409, "已撤回", "Recalled", "此任务已于 {0} 被街道撤回。", "The street took the assignment back at {0}."),
    SETTLED(409, "已结案", "Settled", "工单已于 {0} 结案。", "The ticket was closed at {0}.");

    private final int status;
    private final String titleZh;
    private final String titleEn;
    private final String detailZh;
    private final String detailEn;

    Refusal(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        this.status = status;
        this.titleZh = titleZh;
        this.titleEn = titleEn;
        this.detailZh = detailZh;
        this.detailEn = detailEn;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String titleZh() {
        return titleZh;
    }

    @Override
    public String titleEn() {
        return titleEn;
    }

    @Override
    public String detailZh() {
        return detailZh;
    }

    @Override
    public String detailEn() {
        return detailEn;
    }
}
