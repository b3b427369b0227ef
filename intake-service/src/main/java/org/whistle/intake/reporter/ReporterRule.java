package org.whistle.intake.reporter;

import org.whistle.chassis.problem.ProblemCode;

/** The rules about people's data, with the words for whoever met them. */
public enum ReporterRule implements ProblemCode {
    REPORTER_HIDDEN(
            404,
            "上报人信息不可见",
            "Reporter hidden",
            "没有可向您显示的上报人信息：未留下、已删除或须保密。",
            "There is nothing of the reporter to show you: nothing was given, it was erased, or it is kept from you."),
    BODY_UNKNOWN(422, "部门不存在", "No such body", "部门表中没有 {0}。", "The district has no department {0}."),
    PERSON_UNKNOWN(
            404,
            "没有此人的信息",
            "Nothing is kept of this person",
            "没有保存此人的个人信息，或已经删除。",
            "No personal data of this person is kept, or it was erased before.");

    private final Wording wording;

    ReporterRule(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
