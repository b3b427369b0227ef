package org.whistle.feedback.sla.store;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import org.whistle.feedback.Columns;
import org.whistle.feedback.sla.Fact;
import org.whistle.feedback.sla.SlaFilter;

/**
 * The rows behind a count, as a condition with its parameters; the same for the count and for the list of what was
 * counted.
 */
record Facts(String sql, Tuple tuple) {

    /** A street, whose column stands in the indexes. */
    private static final int STREET = 9;

    static Facts of(Fact fact, SlaFilter filter, Instant from, Instant to, Instant now) {
        Conditions conditions = Conditions.of(filter, "f.grid", fact.department(), "f.type");
        Tuple tuple = conditions.tuple();
        String place = filter.place();
        if (place != null && place.length() >= STREET) {
            tuple.addString(place.substring(0, STREET));
            conditions.and("f.street = $" + tuple.size());
        }
        tuple.addOffsetDateTime(Columns.at(from)).addOffsetDateTime(Columns.at(to));
        conditions.and(fact.instant() + " >= $" + (tuple.size() - 1));
        conditions.and(fact.instant() + " < $" + tuple.size());
        if (fact.counted().contains("$1")) {
            tuple.addOffsetDateTime(Columns.at(now));
            conditions.and(fact.counted().replace("$1", "$" + tuple.size()));
        } else {
            conditions.and(fact.counted());
        }
        return new Facts(conditions.sql(), tuple);
    }
}
