package org.whistle.feedback.tracking.web;

import org.whistle.chassis.problem.ProblemCode;

/** What whoever rates by a code may be told instead of thanks. */
enum TrackingProblem implements ProblemCode {
    RATING_NOT_WANTED(
            409,
            "现在不需要评价",
            "No rating is wanted now",
            "事项核查通过后才能评价，每次办理只评价一次。",
            "It can be rated once it was checked on site, and once each time it is handled.");

    private final Wording wording;

    TrackingProblem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
