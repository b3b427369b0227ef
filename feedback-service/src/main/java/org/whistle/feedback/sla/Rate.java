package org.whistle.feedback.sla;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.whistle.chassis.problem.Words;

/**
 * The rates of DOMAIN.md §6. Periods are half-open, [from, to), by the fact's instant; now is the
 * instant of the report, so that what is not due yet does not lower a rate.
 */
public enum Rate {
    /** Contacted within the limit of contact / call-backs due for contact by now or contacted. */
    RESPONSE(
            Measure.CONTACTED_ON_TIME,
            Measure.CONTACTS_DUE,
            new Words("响应率", "response"),
            "响应率 = 在回访时限内联系到报告人的回访数 / 应联系的回访数（应联系：核查通过后的回访，时限落在周期内，已到期或已联系）",
            "response = call-backs in which the reporter was contacted in time / call-backs due for contact "
                    + "(limit within the period, and used up by now or contacted)"),
    /** Answered "solved" / answered. */
    RESOLUTION(
            Measure.SOLVED,
            Measure.ANSWERS,
            new Words("解决率", "resolution"),
            "解决率 = 回访答复“已解决”数 / 回访答复数（按答复时间）",
            "resolution = answers \"solved\" / answers (by the instant of the answer)"),
    /** Answered "satisfied" / answered. */
    SATISFACTION(
            Measure.SATISFIED,
            Measure.ANSWERS,
            new Words("满意率", "satisfaction"),
            "满意率 = 回访答复“满意”数 / 回访答复数（按答复时间）",
            "satisfaction = answers \"satisfied\" / answers (by the instant of the answer)"),
    /** Confirmed by the body / due: limits within the period that are used up by now, or confirmed. */
    HANDLED(
            Measure.LEGS_HANDLED,
            Measure.LEGS_DUE,
            new Words("处置率", "handled"),
            "处置率 = 已处置任务数 / 应处置任务数（应处置：处置时限落在周期内，已到期或已处置；联办每个部门一项；退单核准、改派和申诉准予免责的不计）",
            "handled = assignments confirmed / assignments due (limit within the period, and used up by now or"
                    + " confirmed; each body of a joint ticket counts; approved returns, replaced ones and those excused"
                    + " by an appeal do not)"),
    /** Confirmed before or at the instant the limit is used up / due. */
    HANDLED_ON_TIME(
            Measure.LEGS_ON_TIME,
            Measure.LEGS_DUE,
            new Words("按期处置率", "handled on time"),
            "按期处置率 = 时限内处置任务数 / 应处置任务数",
            "handled on time = assignments confirmed within their limit / assignments due"),
    /** Limit used up and still not confirmed / due. */
    OVERDUE_UNHANDLED(
            Measure.LEGS_OVERDUE,
            Measure.LEGS_DUE,
            new Words("超期待处置率", "overdue and unhandled"),
            "超期待处置率 = 已超期仍未处置任务数 / 应处置任务数",
            "overdue and unhandled = assignments past their limit and still not confirmed / assignments due"),
    /** Granted at least one extension / due. */
    EXTENSION(
            Measure.LEGS_EXTENDED,
            Measure.LEGS_DUE,
            new Words("延期率", "extension"),
            "延期率 = 核准过延期的任务数 / 应处置任务数",
            "extension = assignments granted an extension at least once / assignments due"),
    /** Closed / due for closing. */
    CLOSED(
            Measure.CLOSED,
            Measure.CLOSE_DUE,
            new Words("结案率", "closed"),
            "结案率 = 已结案数 / 应结案数（应结案：末轮处置时限加核查、回访时限落在周期内，已到期或已结案；不予受理的不计）",
            "closed = tickets closed / tickets due for closing (last handling limit plus the limits of verifying and"
                    + " of contact within the period, and used up by now or closed; tickets not accepted do not count)"),
    /** Closed before or at the instant they should be / due for closing. */
    CLOSED_ON_TIME(
            Measure.CLOSED_ON_TIME,
            Measure.CLOSE_DUE,
            new Words("按期结案率", "closed on time"),
            "按期结案率 = 按期结案数 / 应结案数",
            "closed on time = tickets closed when due or before / tickets due for closing"),
    /** Sent back by a verification at least once / due for closing. */
    REWORK(
            Measure.REWORKED,
            Measure.CLOSE_DUE,
            new Words("返工率", "rework"),
            "返工率 = 核查退回过的工单数 / 应结案数",
            "rework = tickets sent back by a verification at least once / tickets due for closing"),
    /** Without any approved return / dispatched. */
    RIGHT_FIRST_DISPATCH(
            Measure.NEVER_RETURNED,
            Measure.DISPATCHED,
            new Words("准确派遣率", "right first dispatch"),
            "准确派遣率 = 从未核准退单的工单数 / 已派遣工单数（按首次派遣时间，归首次主办部门）",
            "right first dispatch = tickets without an approved return / tickets dispatched (by the first dispatch, "
                    + "attributed to its lead)"),
    /** Became a ticket and was not refused / all reports, routine and not accepted ones included. */
    VALID_REPORT(
            Measure.VALID,
            Measure.REPORTS,
            new Words("有效上报率", "valid report"),
            "有效上报率 = 立案数 / 上报数（上报含一般性登记和不予受理；并入他单的不计；按上报时间）",
            "valid report = reports put on file as tickets / all reports (routine ones registered and ones not"
                    + " accepted included, ones merged into another left out; by filing)"),
    /** Whistled for at least once / dispatched. */
    WHISTLE(
            Measure.WHISTLED,
            Measure.DISPATCHED,
            new Words("吹哨率", "whistle"),
            "吹哨率 = 吹过哨的工单数 / 已派遣工单数（按首次派遣时间，归首次主办部门；过低过高都不正常）",
            "whistle = tickets whistled for at least once / tickets dispatched (by the first dispatch, attributed to"
                    + " its lead; neither very low nor very high is healthy)");

    private final Measure numerator;
    private final Measure denominator;
    private final Words title;
    private final Words formula;
    private final String word;

    Rate(Measure numerator, Measure denominator, Words title, String formulaZh, String formulaEn) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.title = title;
        this.formula = new Words(formulaZh, formulaEn);
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it counts. */
    public Fact fact() {
        return denominator.fact();
    }

    /** What of the denominator belongs to the numerator. */
    public Measure numerator() {
        return numerator;
    }

    /** Of how many. */
    public Measure denominator() {
        return denominator;
    }

    /** Its name. */
    public Words title() {
        return title;
    }

    /** The formula in words. */
    public Words formula() {
        return formula;
    }

    /** Its word in the API, as in {@code handled-on-time}. */
    public String word() {
        return word;
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Rate::word).toList();
    }

    /** The rate of a word. */
    public static Optional<Rate> of(String word) {
        return Arrays.stream(values()).filter(rate -> rate.word().equals(word)).findFirst();
    }

    /** What must be counted for these rates. */
    public static Set<Measure> measures(Rate... rates) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (Rate rate : rates) {
            measures.add(rate.numerator);
            measures.add(rate.denominator);
        }
        return measures;
    }
}
