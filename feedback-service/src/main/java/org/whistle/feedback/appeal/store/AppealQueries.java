package org.whistle.feedback.appeal.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.PageRequest;
import org.whistle.feedback.Columns;

/** Appeals to look at, those that wait longest first. */
@ApplicationScoped
public class AppealQueries {

    private static final String FOUND =
            "select appeal.*, loop.ticket_no from appeal join loop on loop.ticket_id = appeal.ticket_id where ";

    private static final String LIST = FOUND
            + """
            (appeal.filed_at, appeal.id) > ($1, $2)
              and ($3::text is null or appeal.state = $3)
              and ($4::int is null or appeal.level = $4)
              and\s"""
            + AreaScope.condition("appeal.grid", "appeal.department", 5)
            + " order by appeal.filed_at, appeal.id limit $7";

    private static final String ONE = FOUND + "appeal.id = $1 and appeal.ticket_id = $2 and "
            + AreaScope.condition("appeal.grid", "appeal.department", 3);

    private final Pool pool;

    AppealQueries(Pool pool) {
        this.pool = pool;
    }

    /**
     * Appeals in a scope.
     *
     * @param state the state's word, or null for all
     * @param level 1 or 2, or null for both
     * @param request its cursor holds the instant of filing and the id
     */
    public Uni<List<AppealRow>> list(
            @Nullable String state, @Nullable Integer level, AreaScope scope, PageRequest request) {
        Cursor after = request.cursor();
        Tuple tuple = Tuple.tuple()
                .addOffsetDateTime(Columns.at(after == null ? Instant.EPOCH : after.instant(0)))
                .addUUID(after == null ? new UUID(0, 0) : after.uuid(1))
                .addString(state)
                .addInteger(level)
                .addArrayOfString(scope.patterns())
                .addString(scope.department())
                .addInteger(request.fetch());
        return pool.preparedQuery(LIST).execute(tuple).map(rows -> {
            List<AppealRow> appeals = new ArrayList<>();
            rows.forEach(row -> appeals.add(found(row)));
            return appeals;
        });
    }

    /** One appeal; empty when there is none, or it does not lie in the scope. */
    public Uni<Optional<AppealRow>> one(UUID ticketId, UUID appealId, AreaScope scope) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(appealId, ticketId)
                        .addArrayOfString(scope.patterns())
                        .addString(scope.department()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(found(rows.iterator().next())));
    }

    private static AppealRow found(Row row) {
        return AppealRow.of(row, row.getString("ticket_no"));
    }
}
