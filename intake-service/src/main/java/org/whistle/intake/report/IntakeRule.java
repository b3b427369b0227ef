package org.whistle.intake.report;

import org.whistle.chassis.problem.ProblemCode;

/** The rules a report can break, with the words for the reporter. */
public enum IntakeRule implements ProblemCode {
    CLIENT_ID_TAKEN(
            409,
            "编号已被使用",
            "Client id taken",
            "同一 clientId 已用于内容不同的上报。",
            "This clientId was used for a report with other content."),
    UNKNOWN_TYPE(422, "类型不存在", "Unknown type", "目录中没有类型 {0}。", "The catalogue has no type {0}."),
    UNKNOWN_CONDITION(
            422,
            "情形不存在",
            "Unknown condition",
            "类型 {0} 没有情形 {1}，可选：{2}。",
            "Type {0} has no condition {1}; it has: {2}."),
    CONDITION_REQUIRED(
            422,
            "缺少情形",
            "Condition required",
            "类型 {0} 有多种情形，请选择：{1}。",
            "Type {0} has several conditions, choose one of: {1}."),
    LEVEL_BELOW_FILER(
            422,
            "不能交由更低层级",
            "Level below the filer's",
            "不能交由 {0} 协调：您所在的层级是 {1}，只能交由本级或更高层级。",
            "It cannot be left to {0}: you are at {1}, and nobody hands a matter below where it already is."),
    TYPE_REQUIRED(422, "缺少类型", "Type required", "给出了情形 {0}，但没有类型。", "Condition {0} was given without a type."),
    OUTCOME_REQUIRED(
            422,
            "缺少处理结果",
            "Outcome required",
            "一般性事项须写明现场处理结果（outcome）。",
            "A routine matter needs its outcome: what was done on the spot."),
    OUTCOME_NOT_ALLOWED(
            422,
            "不应有处理结果",
            "Outcome not allowed",
            "只有一般性事项在上报时有处理结果。",
            "Only a routine matter has an outcome when it is filed."),
    ROUTINE_CANNOT_JOIN(
            422,
            "一般性事项不能并入",
            "A routine matter cannot be joined",
            "一般性事项登记即结束，不能并入工单。",
            "A routine matter ends when it is registered and cannot be joined to a ticket."),
    JOINED_UNKNOWN(422, "要并入的工单不存在", "Ticket to join unknown", "没有可并入的工单 {0}。", "There is no ticket {0} to join."),
    JOINED_NOT_OPEN(
            422,
            "要并入的工单已办结",
            "Ticket to join not open",
            "工单 {0} 已不再办理，请另行上报。",
            "Ticket {0} is open no longer; file a report of its own."),
    EMERGENCY_CANNOT_JOIN(
            422,
            "突发性事项不能并入",
            "An emergency cannot be joined",
            "{0} 还在街道以下协调，尚不是工单；突发性事项须另行上报，以便同时报社区、街道和区。",
            "{0} is still coordinated below the street and no ticket; file an emergency on its own, so that every level"
                    + " is alarmed."),
    JOINED_OTHER_TYPE(
            422,
            "类型不同，不能并入",
            "Ticket to join of another type",
            "工单 {0} 的类型与本次上报不同。",
            "Ticket {0} is of another type than this report."),
    JOINED_OTHER_STREET(
            422,
            "不在同一街道，不能并入",
            "Ticket to join in another street",
            "工单 {0} 属于另一街道。",
            "Ticket {0} lies in another street office's area."),
    JOINED_TOO_FAR(
            422,
            "距离过远，不能并入",
            "Ticket to join too far away",
            "工单 {0} 距此 {1} 米，超过 {2} 米。",
            "Ticket {0} is {1} m away, more than {2} m."),
    PHOTO_NOT_YOURS(
            422,
            "照片不可用",
            "Photo not available",
            "有照片不存在、不是您上传的或已被使用，见 errors。",
            "A photo does not exist, is not yours, or is used already, see errors."),
    REPORTER_KIND_NOT_YOURS(
            422,
            "上报人类别不符",
            "Reporter kind not allowed",
            "您的角色不能以“{0}”类别上报，可选：{1}。",
            "Your role cannot file for the kind {0}; it can for: {1}.");

    private final Wording wording;

    IntakeRule(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
