package org.whistle.intake.grid;

import org.whistle.chassis.problem.ProblemCode;

/** What can be wrong with a position or with the district itself. */
public enum GridRule implements ProblemCode {
    OUTSIDE_EVERY_GRID(
            422,
            "不在任何网格内",
            "Outside every grid",
            "该位置不在本区任何网格内，请核对坐标和坐标系。",
            "The position lies in no grid of this district; check the coordinates and their datum."),
    NO_DISTRICT(
            503, "尚未装载区县数据", "No district loaded", "管理员尚未装载区县数据。", "An administrator has not loaded the district yet.");

    private final Wording wording;

    GridRule(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
