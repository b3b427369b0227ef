package org.whistle.intake.lists;

import org.whistle.chassis.problem.ProblemCode;

/** The rules that are in the way of what is done with an entry, with the words for it. */
public enum ListRule implements ProblemCode {
    LIST_NOT_YOURS(
            403,
            "无权维护该清单",
            "Not your list",
            "需求和项目由社区、小区党支部或承办单位登记，居民只能登记志愿服务资源。",
            "Needs and projects are listed by the community, a branch or a body; residents list what they can give."),
    ENTRY_OF_ANOTHER(
            403,
            "不是您的条目",
            "Somebody else's entry",
            "只有登记人、所属单位或社区可以修改此条目。",
            "Only who listed it, its body, or the community, changes an entry."),
    ENTRY_RETIRED(409, "条目已下架", "Entry retired", "该条目已不在清单上。", "The entry is no longer on its list."),
    ENTRY_MET(409, "需求已对接", "Need met already", "该需求已形成项目。", "A project has come of this need."),
    ENTRY_IN_USE(
            409,
            "容量小于在用数",
            "Less than it serves",
            "该资源正服务 {0} 项，容量不能小于此数。",
            "The resource serves {0} now; its capacity cannot be less."),
    MATCH_NOT_YOURS(
            403,
            "应由社区对接",
            "For the community to match",
            "供需对接由社区或小区党支部确认。",
            "The community, or the branch, accepts a match."),
    MATCH_WRONG_LISTS(
            422,
            "须以资源对接需求",
            "A resource meets a need",
            "对接须是一项需求和一项资源。",
            "A match is of an entry of the list of needs and one of the list of resources."),
    MATCH_DOES_NOT_FIT(
            422, "供需不符", "They do not fit", "类别、地域或时间不符，不能对接。", "They are of another category, street or time."),
    RESOURCE_EXHAUSTED(409, "资源已用完", "The resource is used up", "该资源已无余量。", "The resource serves as many as it can.");

    private final Wording wording;

    ListRule(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
