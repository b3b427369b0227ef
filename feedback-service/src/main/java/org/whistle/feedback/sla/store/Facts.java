package org.whistle.feedback.sla.store;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.feedback.Columns;
import org.whistle.feedback.sla.Fact;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.SlaFilter;

/** The rows behind a count, as SQL; the same for the count and for the list of what was counted. */
final class Facts {

    private Facts() {}

    /** From and where, with eight parameters. */
    static String conditions(Fact fact) {
        return " from " + fact.table() + " f where " + fact.counted()
                + " and " + fact.instant() + " >= $2 and " + fact.instant() + " < $3"
                + " and ($4::text is null or length($4) < 9 or f.street = left($4, 9))"
                + " and ($4::text is null or f.grid like $4 || '%')"
                + " and ($5::text is null or coalesce(" + fact.department() + ", '" + Grouping.NONE + "') = $5)"
                + " and ($6::text is null or coalesce(f.type, '" + Grouping.NONE + "') = $6)"
                + " and $1::timestamptz is not null and "
                + AreaScope.condition("f.grid", fact.department(), 7);
    }

    /** The parameters of the conditions. */
    static Tuple parameters(SlaFilter filter, Instant from, Instant to, Instant now) {
        return Tuple.tuple()
                .addOffsetDateTime(Columns.at(now))
                .addOffsetDateTime(Columns.at(from))
                .addOffsetDateTime(Columns.at(to))
                .addString(filter.place())
                .addString(filter.department())
                .addString(filter.type())
                .addArrayOfString(filter.scope().patterns())
                .addString(filter.scope().department());
    }
}
