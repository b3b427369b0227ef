package org.whistle.department.inbox.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.whistle.chassis.identity.AreaScope;

/** A statement put together of fixed text and of values, which always go as parameters. */
final class Query {

    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    Query(String text) {
        sql = new StringBuilder(text);
    }

    Query text(String text) {
        sql.append(text);
        return this;
    }

    Query value(Object value) {
        sql.append(place(value));
        return this;
    }

    /** The place of a value, for use inside a text. */
    String place(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    /** One more condition: text and values by turns, beginning with text. */
    Query and(Object... parts) {
        sql.append(" and ");
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                sql.append(parts[i]);
            } else {
                value(parts[i]);
            }
        }
        return this;
    }

    /** The first condition: the caller's areas, and their department when they are bound to one. */
    Query scoped(AreaScope scope) {
        values.add(scope.patterns());
        sql.append(AreaScope.condition("grid", values.size()));
        if (scope.department() != null) {
            and("department = ", scope.department());
        }
        return this;
    }

    Uni<RowSet<Row>> run(SqlClient client) {
        return client.preparedQuery(sql.toString()).execute(Tuple.from(values));
    }
}
