package org.whistle.feedback.tracking.web;

import java.util.Locale;
import org.whistle.chassis.problem.ProblemCode;

/** What whoever rates by a code may be told instead of thanks. */
enum TrackingProblem implements ProblemCode {
    RATING_NOT_WANTED(
            409,
            "现在不需要评价",
            "No rating is wanted now",
            "事项核查通过后才能评价，每次办理只评价一次。",
            "It can be rated once it was checked on site, and once each time it is handled.");

    private final int status;
    private final String titleZh;
    private final String titleEn;
    private final String detailZh;
    private final String detailEn;

    TrackingProblem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
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
