package org.whistle.intake.consolidation;

import org.whistle.chassis.problem.ProblemCode;

/** The rules a merge can break, with the words for the community. */
public enum MergeRule implements ProblemCode {
    NOT_A_TICKET_YET(
            409,
            "尚不是工单",
            "Not a ticket yet",
            "{0} 还在街道以下协调，尚不是工单，不能合并。",
            "{0} is still coordinated below the street; only tickets are merged."),
    MERGED_ALREADY(409, "已经合并", "Merged already", "工单 {0} 已并入另一工单。", "Ticket {0} has been merged into another."),
    MERGE_NOT_OPEN(
            409,
            "工单已办结",
            "Ticket not open",
            "工单 {0} 已不再办理，已结案或不予受理的工单不能合并。",
            "Ticket {0} is closed or was not accepted; only open tickets are merged."),
    MERGE_TARGET_UNKNOWN(
            422,
            "要并入的工单不存在",
            "Ticket to merge into unknown",
            "您的辖区内没有这张要并入的工单。",
            "There is no such ticket to merge into in your area."),
    MERGE_INTO_ITSELF(422, "不能并入自身", "Merge into itself", "工单不能并入自身。", "A ticket is not merged into itself."),
    MERGE_TARGET_NO_TICKET(
            422,
            "要并入的尚不是工单",
            "Merge into no ticket",
            "{0} 还在街道以下协调，尚不是工单，不能并入。",
            "{0} is still coordinated below the street; a ticket is not merged into it."),
    MERGE_TARGET_MERGED(
            422,
            "要并入的工单已并入他单",
            "Ticket to merge into is merged",
            "工单 {0} 自身已并入另一工单，请并入那张工单。",
            "Ticket {0} has itself been merged into another; merge into that one."),
    MERGE_TARGET_NOT_OPEN(
            422,
            "要并入的工单已办结",
            "Ticket to merge into not open",
            "工单 {0} 已不再办理，不能并入。",
            "Ticket {0} is open no longer; nothing is merged into it."),
    MERGE_OTHER_STREET(
            422,
            "不在同一街道",
            "Ticket in another street",
            "工单 {0} 属于另一街道，不能合并。",
            "Ticket {0} lies in another street office's area."),
    NOT_MERGED(
            409, "没有合并", "Not merged", "工单 {0} 没有并入其他工单，无可撤销。", "Ticket {0} is not merged; there is nothing to undo.");

    private final Wording wording;

    MergeRule(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
