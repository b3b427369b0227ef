package org.whistle.department.assignment;

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
    REQUEST_WAITING(
            409,
            "申请待主管同意",
            "A request is waiting",
            "此任务已有 {0} 提出的申请，正等待部门主管同意；同一时间只能有一个申请。",
            "{0} has already asked for something, and the department's manager has not answered yet; one request at a"
                    + " time."),
    REQUEST_PENDING(
            409,
            "申请待街道审批",
            "A request is with the street",
            "此任务的申请尚待街道审批，审批前不能进行此操作。",
            "The street has not decided on the request yet; until then this cannot be done."),
    NO_SUCH_REQUEST(
            404,
            "没有此申请",
            "No such request",
            "此任务没有等待主管同意的申请 {0}。",
            "No request {0} waits for a manager on this assignment."),
    ALREADY_ENDORSED(
            409,
            "申请已上报",
            "Already endorsed",
            "{0} 已同意此申请并报街道。",
            "{0} has already endorsed the request; it is with the street."),
    MANAGER_ONLY(
            403,
            "须由部门主管办理",
            "The manager's to decide",
            "只有部门主管可以同意或退回申请。",
            "Only the department's manager may endorse or decline a request."),
    EXTENSION_TOO_LATE(
            409,
            "已过办理时限",
            "Too late to extend",
            "延期应在办理时限 {0} 之前申请，并在此之前经主管同意。",
            "An extension has to be asked for, and endorsed, before the handling limit, which was {0}."),
    NO_EXTENSIONS_LEFT(409, "延期次数已用完", "No extensions left", "此任务的延期次数已用完。", "No further extension is possible."),
    SUSPENSION_END_PAST(
            422, "挂账期限无效", "The end has passed", "挂账的截止时间必须晚于当前时间。", "A suspension has to end in the future."),
    SUSPENSION_TOO_LONG(
            422, "挂账时间过长", "Suspended for too long", "挂账最晚只能到 {0}。", "A suspension may last until {0} at the latest."),
    NO_SUSPENSIONS_LEFT(409, "挂账次数已用完", "No suspensions left", "此任务的挂账次数已用完。", "No further suspension is possible."),
    SUSPENDED(
            409,
            "已挂账",
            "Suspended",
            "此任务挂账至 {0}，期间不办理。",
            "The assignment is suspended until {0}; nobody handles it until then."),
    NO_WHISTLE(
            409,
            "不是吹哨任务",
            "No whistle",
            "此任务不是吹哨任务，无需签到。",
            "No whistle calls for this assignment, so there is nowhere to check in."),
    ALREADY_CHECKED_IN(409, "已签到", "Already checked in", "{0} 已于 {1} 到场签到。", "{0} has already checked in, at {1}."),
    CHECK_IN_TOO_FAR(
            422,
            "距集合点太远",
            "Too far away",
            "签到位置距集合点 {0} 米，须在 {1} 米以内。",
            "The check-in is {0} metres from the meeting point; it has to be within {1} metres."),
    OWNERSHIP_TO_ANSWER(
            409,
            "须答复是否认领",
            "Ownership is to be answered",
            "此任务要求答复设施是否归本单位，请用认领答复，不能直接办结。",
            "This assignment asks whether the asset is yours; answer that instead of completing it."),
    NOT_AN_IDENTIFICATION(
            409, "不是认领任务", "Nothing to identify", "此任务没有要求认领设施。", "This assignment does not ask whose the asset is."),
    RECALLED(409, "已撤回", "Recalled", "此任务已于 {0} 被街道撤回。", "The street took the assignment back at {0}."),
    SETTLED(409, "已结案", "Settled", "工单已于 {0} 结案。", "The ticket was closed at {0}.");

    private final Wording wording;

    Refusal(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
