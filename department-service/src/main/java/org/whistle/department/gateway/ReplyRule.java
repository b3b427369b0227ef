package org.whistle.department.gateway;

import org.whistle.chassis.problem.ProblemCode;

/** Why an answer is refused before anything is decided; a person's request of the kind could not be made at all. */
public enum ReplyRule implements ProblemCode {
    UNREADABLE_REPLY(400, "回复无法读取", "Unreadable reply", "回复无法读取：{0}。", "The reply cannot be read: {0}."),
    UNKNOWN_REPLY_TYPE(
            400,
            "未知的回复类型",
            "Unknown reply type",
            "ce_type {0} 不是可用的回复类型。",
            "The ce_type {0} is not a reply that can be given."),
    WRONG_KEY(
            400,
            "工单不符",
            "Wrong ticket",
            "记录的键和 ce_subject 必须是回复中的 ticketId。",
            "Key and ce_subject of the record must be the ticketId of the reply."),
    UNKNOWN_ASSIGNMENT(
            404,
            "没有此任务",
            "Unknown assignment",
            "部门 {0} 没有任务 {1}，或该任务不属于此工单。",
            "Department {0} has no assignment {1}, or it belongs to another ticket.");

    private final Wording wording;

    ReplyRule(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
