package org.whistle.intake.wish;

import org.whistle.chassis.problem.ProblemCode;

/** The rules that are in the way of what is done with a wish, with the words for it. */
public enum WishRule implements ProblemCode {
    WISHES_TOO_MANY(
            409,
            "心愿数量已达上限",
            "Too many wishes at once",
            "同一人同时最多有 {0} 个未了的心愿。",
            "A person may have {0} wishes at once that have not ended."),
    WISH_NOT_YOURS_TO_DISPATCH(
            403,
            "应由社区派单",
            "For the community to dispatch",
            "心愿由所在社区或小区党支部派单。",
            "Its community, or the branch of its residential area, dispatches a wish."),
    WISH_NOT_DISPATCHED(
            409,
            "心愿尚未派单",
            "Not dispatched",
            "心愿还没有派单，不能认领。",
            "The community has not dispatched it yet, so it cannot be claimed."),
    WISH_CLAIMED(409, "心愿已被认领", "Claimed already", "该心愿已被认领。", "Somebody has claimed it."),
    WISH_NOT_CLAIMED(409, "心愿未被认领", "Not claimed", "该心愿无人认领。", "Nobody has claimed it."),
    WISH_OVER(409, "心愿已了结", "Wish is over", "该心愿已经实现、撤回或失效。", "The wish was fulfilled, taken back, or has lapsed."),
    WISH_NOT_DONE(409, "心愿尚未实现", "Not fulfilled", "心愿实现之后才能致谢。", "Thanks are said once it is fulfilled."),
    WISH_IS_OWN(403, "自己的心愿", "One's own wish", "不能认领自己发布的心愿。", "Nobody claims the wish they posted."),
    WISH_OFFERED_TO_OTHERS(
            403,
            "心愿派给了其他单位",
            "Offered to others",
            "该心愿已派给指定单位，只有这些单位可以认领。",
            "It was dispatched to certain bodies; only they claim it."),
    WISH_OF_ANOTHER(
            403,
            "不是您认领的心愿",
            "Claimed by another",
            "只有认领人（或认领单位的人员）可以这样做。",
            "Only who claimed it, or people of the body that did, may do so."),
    WISH_THANKED_BY_OWNER(
            403,
            "应由许愿人致谢",
            "For its owner to thank",
            "由许愿人本人或代为发布、派单的社区致谢，认领人不能代为致谢。",
            "Whose wish it is says thanks, or the community for them; never who claimed it."),
    WISH_WITHDRAWN_BY_OWNER(
            403,
            "应由许愿人撤回",
            "For its owner to take back",
            "只有许愿人或社区可以撤回心愿。",
            "Only who posted it, or the community, takes a wish back."),
    CLAIMS_TOO_MANY(
            409,
            "认领数量已达上限",
            "Too many claims at once",
            "同一志愿者最多同时认领 {0} 个心愿。",
            "A volunteer may have {0} claimed wishes at once."),
    RESOURCE_NOT_FITTING(
            422,
            "资源不符",
            "The resource does not fit",
            "该资源的类别、地域或时间与心愿不符。",
            "The resource is of another category, area or time."),
    RESOURCE_OF_ANOTHER(
            403,
            "不是您的资源",
            "Somebody else's resource",
            "只有资源所属单位或社区可以用它认领心愿。",
            "Only whose resource it is, or the community, claims a wish with it.");

    private final Wording wording;

    WishRule(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
