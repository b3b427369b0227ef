package org.whistle.intake.alarm;

import org.whistle.chassis.problem.ProblemCode;

/** The rules around an alarm, with the words for them. */
public enum AlarmRule implements ProblemCode {
    ALARM_LEVEL_NOT_YOURS(
            403,
            "不代表被报警的层级",
            "Not an alarmed level of yours",
            "由社区工作人员、街道派单员、区督办或区领导各自为本级签收；解除还可由本网格员确认。",
            "The community's clerk, the street's dispatcher and the district's supervisor or leader acknowledge, each for"
                    + " their own level; the grid's worker may mark it safe, too."),
    ALARM_ACKNOWLEDGED(
            409, "已签收", "Acknowledged already", "{0}已经签收，每级签收一次。", "It was acknowledged for {0}; once per level."),
    ALARM_OVER(409, "险情已解除", "Alarm over", "险情已经解除，不再跟踪。", "The danger is over and no longer tracked.");

    private final Wording wording;

    AlarmRule(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
