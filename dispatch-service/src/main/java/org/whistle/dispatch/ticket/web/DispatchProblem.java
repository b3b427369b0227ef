package org.whistle.dispatch.ticket.web;

import org.whistle.chassis.problem.ProblemCode;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.dispatch.ticket.Decision;

/** Why the street's decision is refused; one for each rule of the decider. */
enum DispatchProblem implements ProblemCode {
    UNKNOWN_DEPARTMENT(
            422, "未知部门", "Unknown department", "没有代码为 {0} 的部门。", "There is no department with the code {0}."),
    DEPARTMENT_TWICE(
            422,
            "部门重复",
            "Department named twice",
            "部门 {0} 只能出现一次，牵头和协同不能是同一部门。",
            "{0} may be named once, as lead or as cooperating."),
    CLASSIFICATION_REQUIRED(
            422,
            "尚未分类",
            "Not classified",
            "上报未分类，派单时须给出类型和条件。",
            "Nobody has classified the matter yet; give type and condition."),
    UNKNOWN_CLASSIFICATION(
            422, "分类不存在", "Unknown classification", "目录中没有类型和条件 {0}。", "The catalogue has no type and condition {0}."),
    ALREADY_HANDLED(
            409,
            "已处置",
            "Already handled",
            "牵头部门已确认处置完毕，等待核查，不能改派。",
            "The lead has confirmed; it is up to verification now."),
    RETURN_UNDECIDED(409, "退单未决", "A return is undecided", "请先决定部门的退单申请。", "Decide the department's return first."),
    TICKET_ENDED(409, "工单已结束", "The ticket has ended", "工单已结案或不予受理。", "The ticket was closed or not accepted."),
    ALREADY_DISPATCHED(
            409, "已派单", "Already dispatched", "工单已派给部门，不能再不予受理。", "Bodies have the ticket, so it is accepted already."),
    RETURN_UNKNOWN(404, "没有此退单", "No such return", "此工单没有这一退单申请。", "The ticket has no such return."),
    RETURN_DECIDED(409, "退单已决定", "Already decided", "此退单已经决定。", "This return has been decided."),
    RETURNED_BY_SAME(
            422,
            "改派给原部门",
            "Returned by the same body",
            "同意退单后不能立即派回提出退单的部门 {0}；如应由其承办，请不同意退单。",
            "{0} returned it; to keep it there, refuse the return."),
    LEAD_STAYS(
            422,
            "牵头部门不变",
            "The lead stays",
            "退单的是协同部门，牵头部门不变，不能同时指定新的牵头部门。",
            "A cooperating body left; the lead stays, so no new one can be named."),
    TICKET_MERGED(
            409,
            "工单已并入",
            "The ticket was merged",
            "此工单已并入工单 {0}，请在那张工单上处理。",
            "The ticket goes on in ticket {0}; decide there."),
    REQUEST_UNKNOWN(404, "没有此申请", "No such request", "此工单没有这一延期或挂账申请。", "The ticket has no such request."),
    REQUEST_DECIDED(
            409,
            "申请已决定",
            "Already decided",
            "此申请已经决定，或已随任务结束而失效。",
            "The request was decided, or lapsed with its part."),
    SUSPENSION_OVER(
            409,
            "挂账截止时间已过",
            "Its end has passed",
            "申请的挂账截止时间已过，不能再同意；请不同意此申请。",
            "The end asked for has passed, so it can only be refused."),
    NOT_SUSPENDED(409, "不在挂账中", "Not suspended", "任务没有因此申请挂账，或挂账已结束。", "The part does not rest by this request."),
    CONSULTATION_REQUIRED(
            409,
            "须先会商",
            "A consultation is required",
            "工单退单后已改派一次，不能再直接改派；请组织会商后决定。",
            "It was routed anew once after a return; hear the bodies in a consultation before it goes to another."),
    CONSULTATION_OPEN(
            409,
            "已有会商",
            "A consultation is open",
            "此工单已有未结束的会商。",
            "The ticket has a consultation that is not concluded yet."),
    CONSULTATION_UNKNOWN(404, "没有此会商", "No such consultation", "此工单没有这一会商。", "The ticket has no such consultation."),
    CONSULTATION_CONCLUDED(409, "会商已结束", "Already concluded", "此会商已作出决定。", "The consultation has been concluded."),
    MEETING_PAST(
            422,
            "会商时间已过",
            "The meeting is in the past",
            "会商时间不能早于现在。",
            "A meeting cannot be called for a time that has passed."),
    SIDE_NOT_HEARD(
            422,
            "须听取各方意见",
            "A side is not heard",
            "部门 {0} 的退单尚未决定，会商须有其参加。",
            "The return of {0} is undecided, so it must be heard."),
    WHISTLE_PAST(
            422,
            "集合时间已过",
            "The time to meet is past",
            "吹哨的集合时间不能早于现在。",
            "A whistle cannot call to a time that has passed."),
    MEETING_TOO_FAR(
            422,
            "集合时间太远",
            "The time to meet is too far ahead",
            "吹哨的集合和签到时间须在一年之内。",
            "A whistle's times must lie within a year."),
    CHECK_IN_BEFORE_MEETING(
            422,
            "签到早于集合",
            "Check-in before the meeting",
            "签到截止时间不能早于集合时间。",
            "The check-in cannot be due before the meeting."),
    CHECK_IN_FIXED(
            422,
            "签到时限由政策规定",
            "The policy says the check-in",
            "应急处置哨的到场时限由政策规定，不能另行指定。",
            "By when to be on site after an emergency whistle is the policy's to say."),
    NO_INVITEES(
            422,
            "没有受邀部门",
            "Nobody is invited",
            "吹哨至少须邀请一个部门；只有一个部门时请直接派单。",
            "A whistle invites one body at least; a single body is dispatched to."),
    LEAD_INVITED(
            422,
            "牵头部门在受邀之列",
            "The lead is among the invitees",
            "部门 {0} 已牵头，不能同时受邀。",
            "{0} leads, so it cannot be invited too."),
    CANDIDATES_REQUIRED(
            422,
            "须指定认领部门",
            "Candidates are required",
            "区里的数据没有说明向谁询问权属，请在 candidates 中指定。",
            "The district's data names nobody to ask; give candidates."),
    MAKE_SAFE_REQUIRED(
            422,
            "须指定围护部门",
            "Who makes it safe is required",
            "区里的数据没有说明由谁先行围护，请在 makeSafe 中指定。",
            "The district's data names nobody to make it safe; give makeSafe."),
    NO_COMPONENT(
            422, "没有产权单位", "It has no owner", "类型 {0} 不是部件，没有产权单位。", "Type {0} is no component, so it has no owner."),
    IDENTIFICATION_RUNNING(
            409,
            "正在认领",
            "The owner is being asked for",
            "此工单的认领哨尚未结束。",
            "An identification whistle is running on the ticket."),
    NOT_YOURS_TO_CALL(
            403,
            "无权吹哨召集该部门",
            "Not yours to call",
            "按本区规定，您在此处不能以这种哨召集部门 {0}。",
            "By the district's rules you cannot call {0} here with this whistle."),
    WHISTLE_RUNNING(
            409,
            "已在吹哨",
            "A whistle is running",
            "此工单已有哨声，各部门正在响应。",
            "Bodies are called by a whistle on this ticket already."),
    PART_RESTS(
            409,
            "任务挂账中",
            "A part rests",
            "部门 {0} 的任务由街道同意挂账，吹哨不能使其恢复。",
            "The street let the part of {0} rest; a whistle from below does not undo that."),
    NOT_CALLED(
            409,
            "并非吹哨召集",
            "Not called by you",
            "部门 {0} 不是由党支部或居民吹哨召集的，由街道评价。",
            "{0} was not called by the branch or the residents; the street rates it."),
    LEG_UNKNOWN(404, "没有此任务", "No such part", "此工单没有这一任务。", "The ticket has no such part."),
    LEG_NOT_COMPLETED(
            409,
            "尚未办结",
            "Not completed",
            "部门 {0} 未办结此任务，不能评价。",
            "{0} has not completed its part, so it cannot be rated."),
    ALREADY_RATED(409, "已评价", "Rated already", "部门 {0} 的这次办结已经评价过。", "This completion of {0} has been rated.");

    private final Wording wording;

    DispatchProblem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    /** The refusal as the caller gets it. */
    static ProblemException of(Decision.Rejected rejected) {
        return ProblemException.of(valueOf(rejected.refusal().name()), rejected.detail());
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
