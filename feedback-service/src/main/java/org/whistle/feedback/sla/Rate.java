package org.whistle.feedback.sla;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whistle.chassis.problem.Words;

/**
 * The rates of DOMAIN.md §6 that these stages feed. Periods are half-open, [from, to), by the fact's instant; now is the
 * instant of the report, so that what is not due yet does not lower a rate.
 */
public enum Rate {
    /** Contacted within the limit of contact / call-backs due for contact by now or contacted. */
    RESPONSE(
            Fact.DUE_CALLBACKS,
            "f.contacted_at <= f.due_at",
            "响应率 = 在回访时限内联系到报告人的回访数 / 应联系的回访数（应联系：核查通过后的回访，时限落在周期内，已到期或已联系）",
            "response = call-backs in which the reporter was contacted in time / call-backs due for contact "
                    + "(limit within the period, and used up by now or contacted)"),
    /** Answered "solved" / answered. */
    RESOLUTION(
            Fact.ANSWERS,
            "f.solved",
            "解决率 = 回访答复“已解决”数 / 回访答复数（按答复时间）",
            "resolution = answers \"solved\" / answers (by the instant of the answer)"),
    /** Answered "satisfied" / answered. */
    SATISFACTION(
            Fact.ANSWERS,
            "f.satisfaction = 'satisfied'",
            "满意率 = 回访答复“满意”数 / 回访答复数（按答复时间）",
            "satisfaction = answers \"satisfied\" / answers (by the instant of the answer)"),
    /** Confirmed by the body / due: limits within the period that are used up by now, or confirmed. */
    HANDLED(
            Fact.DUE_LEGS,
            "f.completed_at is not null",
            "处置率 = 已处置任务数 / 应处置任务数（应处置：处置时限落在周期内，已到期或已处置；联办每个部门一项；退单核准和改派的不计）",
            "handled = assignments confirmed / assignments due (limit within the period, and used up by now or confirmed; "
                    + "each body of a joint ticket counts; approved returns and replaced ones do not)"),
    /** Confirmed before or at the instant the limit is used up / due. */
    HANDLED_ON_TIME(
            Fact.DUE_LEGS,
            "f.completed_at <= f.due_at",
            "按期处置率 = 时限内处置任务数 / 应处置任务数",
            "handled on time = assignments confirmed within their limit / assignments due"),
    /** Limit used up and still not confirmed / due. */
    OVERDUE_UNHANDLED(
            Fact.DUE_LEGS,
            "f.completed_at is null",
            "超期待处置率 = 已超期仍未处置任务数 / 应处置任务数",
            "overdue and unhandled = assignments past their limit and still not confirmed / assignments due"),
    /** Closed / due for closing. */
    CLOSED(
            Fact.TICKETS_DUE_FOR_CLOSING,
            "f.closed_at is not null",
            "结案率 = 已结案数 / 应结案数（应结案：末轮处置时限加核查、回访时限落在周期内，已到期或已结案；不予受理的不计）",
            "closed = tickets closed / tickets due for closing (last handling limit plus the limits of verifying and of "
                    + "contact within the period, and used up by now or closed; tickets not accepted do not count)"),
    /** Closed before or at the instant they should be / due for closing. */
    CLOSED_ON_TIME(
            Fact.TICKETS_DUE_FOR_CLOSING,
            "f.closed_at <= f.close_due_at",
            "按期结案率 = 按期结案数 / 应结案数",
            "closed on time = tickets closed when due or before / tickets due for closing"),
    /** Sent back by a verification at least once / due for closing. */
    REWORK(
            Fact.TICKETS_DUE_FOR_CLOSING,
            "f.reworks > 0",
            "返工率 = 核查退回过的工单数 / 应结案数",
            "rework = tickets sent back by a verification at least once / tickets due for closing"),
    /** Without any approved return / dispatched. */
    RIGHT_FIRST_DISPATCH(
            Fact.DISPATCHED_TICKETS,
            "f.returns = 0",
            "准确派遣率 = 从未核准退单的工单数 / 已派遣工单数（按首次派遣时间，归首次主办部门）",
            "right first dispatch = tickets without an approved return / tickets dispatched (by the first dispatch, "
                    + "attributed to its lead)"),
    /** Became a ticket and was not refused / all reports, routine and not accepted ones included. */
    VALID_REPORT(
            Fact.REPORTS,
            "f.state <> 'registered' and coalesce(f.outcome, '') <> 'not-accepted'",
            "有效上报率 = 立案数 / 上报数（上报含一般性登记和不予受理；按上报时间）",
            "valid report = reports put on file as tickets / all reports (routine ones registered and ones not accepted "
                    + "included; by filing)");

    private final Fact fact;
    private final String numerator;
    private final Words formula;

    Rate(Fact fact, String numerator, String formulaZh, String formulaEn) {
        this.fact = fact;
        this.numerator = numerator;
        this.formula = new Words(formulaZh, formulaEn);
    }

    /** What it counts. */
    public Fact fact() {
        return fact;
    }

    /** What of the denominator belongs to the numerator, as SQL; never unknown ({@code null}) is not assumed. */
    public String numerator() {
        return numerator;
    }

    /** The formula in words. */
    public Words formula() {
        return formula;
    }

    /** Its word in the API, as in {@code handled-on-time}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All words, in the order of the domain's table. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Rate::word).toList();
    }

    /** The rate of a word. */
    public static Optional<Rate> of(String word) {
        return Arrays.stream(values()).filter(rate -> rate.word().equals(word)).findFirst();
    }

    /** The rates of one fact. */
    public static List<Rate> of(Fact fact) {
        return Arrays.stream(values()).filter(rate -> rate.fact == fact).toList();
    }
}
