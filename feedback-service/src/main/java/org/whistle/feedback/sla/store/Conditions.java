package org.whistle.feedback.sla.store;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.SlaFilter;

/**
 * What rows a report is about, as SQL with its parameters. A condition that was not asked for is left out altogether, so
 * that the planner sees what there is and finds the index for it.
 */
final class Conditions {

    private final List<String> parts = new ArrayList<>();
    private final Tuple tuple = Tuple.tuple();

    /** Columns of this program's own, never a caller's text. */
    static Conditions of(SlaFilter filter, String place, String department, String type) {
        Conditions conditions = new Conditions();
        conditions.within(place, filter.place());
        conditions.equal(department, filter.department());
        conditions.equal(type, filter.type());
        // A place that was asked for and lies in an area needs no second look.
        List<String> areas = filter.scope().areas();
        if (!filter.scope().sees(filter.place())) {
            if (areas.size() == 1) {
                conditions.within(place, areas.getFirst());
            } else {
                conditions.tuple.addArrayOfString(filter.scope().patterns());
                conditions.parts.add(place + " like any($" + conditions.tuple.size() + "::text[])");
            }
        }
        conditions.equal(department, filter.scope().department());
        if (conditions.parts.isEmpty()) {
            conditions.parts.add("true");
        }
        return conditions;
    }

    /** All of them; more may follow. */
    String sql() {
        return String.join(" and ", parts);
    }

    /** Their parameters, to which more may be added. */
    Tuple tuple() {
        return tuple;
    }

    Conditions and(String condition) {
        parts.add(condition);
        return this;
    }

    /** A code's place and all below it, as bounds an index knows: codes are digits, and a colon comes after them. */
    private void within(String column, @Nullable String code) {
        if (code != null) {
            tuple.addString(code).addString(code + ":");
            parts.add(column + " >= $" + (tuple.size() - 1) + " and " + column + " < $" + tuple.size());
        }
    }

    private void equal(String column, @Nullable String code) {
        if (code != null) {
            tuple.addString(code);
            // Where none is kept as none, and where it is null.
            parts.add(
                    code.equals(Grouping.NONE) && column.startsWith("f.")
                            ? "(" + column + " is null or " + column + " = $" + tuple.size() + ")"
                            : column + " = $" + tuple.size());
        }
    }
}
