package org.whistle.department.inbox.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.contracts.Urgency;
import org.whistle.department.assignment.Stage;
import org.whistle.department.inbox.Filter;
import org.whistle.department.inbox.Order;

/**
 * The query of a list, checked.
 *
 * @param after in order of receipt only what came after this sequence
 * @param fromTheEnd only the present end of the order of receipt is asked for
 */
record ListQuery(Filter filter, Order order, @Nullable Long after, boolean fromTheEnd) {

    private static final String OPEN = "open";
    private static final String LATEST = "latest";
    private static final int MAX_DEPARTMENT = 64;
    private static final int MAX_HANDLER = 128;

    /** @throws ProblemException 400 naming the parameter at fault */
    static ListQuery of(
            @Nullable String state,
            @Nullable String role,
            @Nullable String urgency,
            @Nullable String ticket,
            @Nullable String department,
            @Nullable String handler,
            @Nullable String overdue,
            @Nullable String whistle,
            @Nullable String area,
            @Nullable String orderWord,
            @Nullable String after,
            Instant now) {
        Stage stage = OPEN.equals(state) ? null : stage(state);
        Order order = order(orderWord, stage, state, ticket, after);
        if (order == Order.DUE && stage != null && !stage.open()) {
            throw ProblemException.field("order", "按时限排序只适用于未办结的任务", "due sorts open assignments only");
        }
        if (after != null && order != Order.RECEIVED) {
            throw ProblemException.field("after", "只能与 order=received 同用", "goes with order=received only");
        }
        String word = Params.oneOf("overdue", overdue, "true", "false");
        String called = Params.oneOf("whistle", whistle, "true", "false");
        String level = Params.oneOf("urgency", urgency, "U0", "U1", "U2", "U3", "U4");
        Filter filter = new Filter(
                stage,
                OPEN.equals(state) || order == Order.DUE,
                Params.oneOf("role", role, "lead", "cooperating"),
                level == null ? null : Urgency.valueOf(level),
                Params.uuid("ticket", ticket),
                Params.text("department", department, MAX_DEPARTMENT),
                Params.text("handler", handler, MAX_HANDLER),
                "true".equals(word) ? now : null,
                called == null ? null : Boolean.valueOf(called),
                Params.place("area", area));
        boolean fromTheEnd = LATEST.equals(after);
        return new ListQuery(filter, order, fromTheEnd ? null : sequence(after), fromTheEnd);
    }

    private static @Nullable Stage stage(@Nullable String state) {
        String word = Params.oneOf("state", state, Stage.words());
        return word == null ? null : Stage.ofWord(word);
    }

    /** Unless said otherwise: what is open is sorted by its limit, everything else by its receipt. */
    private static Order order(
            @Nullable String word,
            @Nullable Stage stage,
            @Nullable String state,
            @Nullable String ticket,
            @Nullable String after) {
        String given = Params.oneOf("order", word, Order.words());
        if (given != null) {
            return Order.ofWord(given);
        }
        boolean wholeTicket = ticket != null && state == null;
        return after != null || wholeTicket || stage != null && !stage.open() ? Order.RECEIVED : Order.DUE;
    }

    private static @Nullable Long sequence(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        try {
            long sequence = Long.parseLong(after);
            if (sequence >= 0) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a negative one.
        }
        throw ProblemException.field(
                "after", "必须是列表给出的 last，或 latest", "must be the last of an earlier list, or latest");
    }
}
