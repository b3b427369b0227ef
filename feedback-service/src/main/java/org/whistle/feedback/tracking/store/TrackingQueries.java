package org.whistle.feedback.tracking.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.TrackingCode;
import org.whistle.feedback.Columns;
import org.whistle.feedback.Wording;
import org.whistle.feedback.loop.store.LoopQueries;
import org.whistle.feedback.loop.store.LoopRow;
import org.whistle.feedback.tracking.Told;
import org.whistle.feedback.tracking.Tracked;

/** Reports by their tracking codes. */
@ApplicationScoped
public class TrackingQueries {

    /** From the report's own ticket up to the one that all merges led to; nobody merges more often than that. */
    private static final String LEADING = """
            with recursive up as (
                select report_id, ticket_id, filed_at, hidden, 0 as merges from tracking where digest = $1
                union all
                select up.report_id, l.merged_into, up.filed_at, up.hidden, up.merges + 1
                from up join loop l on l.ticket_id = up.ticket_id
                where l.merged_into is not null and up.merges < 50)
            select ticket_id, filed_at, hidden from up order by merges desc limit 1""";

    private static final String TOLD = "select * from told where ticket_id = $1 order by told_at";

    private final Pool pool;
    private final LoopQueries loops;

    TrackingQueries(Pool pool, LoopQueries loops) {
        this.pool = pool;
        this.loops = loops;
    }

    /** The ticket a code leads to; empty when no report has this code. */
    public Uni<Optional<UUID>> ticket(TrackingCode code) {
        return leading(code).map(found -> found.map(Leading::ticketId));
    }

    /** What a code tells; empty when no report has it. */
    public Uni<Optional<Found>> find(TrackingCode code) {
        return leading(code)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : Uni.combine()
                                .all()
                                .unis(
                                        loops.detail(found.get().ticketId()),
                                        told(found.get().ticketId()))
                                .with((detail, told) -> detail.map(loop -> found(loop, told, found.get()))));
    }

    private Uni<Optional<Leading>> leading(TrackingCode code) {
        return pool.preparedQuery(LEADING)
                .execute(Tuple.of(code.digest()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(leading(rows.iterator().next())));
    }

    private Uni<List<Told>> told(UUID ticketId) {
        return pool.preparedQuery(TOLD).execute(Tuple.of(ticketId)).map(rows -> {
            List<Told> told = new ArrayList<>();
            rows.forEach(row -> told.add(new Told(
                    row.getUUID("ticket_id"),
                    row.getUUID("source"),
                    Wording.constant(Told.Kind.class, row.getString("kind")),
                    row.getString("department"),
                    row.getString("text"),
                    instant(row, "told_at"))));
            return told;
        });
    }

    private static Found found(LoopQueries.Detail detail, List<Told> told, Leading leading) {
        Tracked.Facts facts = new Tracked.Facts(leading.filedAt(), verifiedAt(detail), reopenedAt(detail), told);
        Tracked tracked = Tracked.of(detail.toLoop(), facts);
        return leading.hidden()
                ? new Found(tracked.withoutDetail(), null, leading.filedAt())
                : new Found(tracked, detail.loop(), leading.filedAt());
    }

    private static @Nullable Instant verifiedAt(LoopQueries.Detail detail) {
        return detail.verifications().stream()
                .filter(LoopQueries.Verification::fixed)
                .map(LoopQueries.Verification::verifiedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant reopenedAt(LoopQueries.Detail detail) {
        return detail.callbacks().stream()
                .filter(asked -> Boolean.FALSE.equals(asked.solved()))
                .map(LoopQueries.Callback::contactedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Leading leading(Row row) {
        return new Leading(row.getUUID("ticket_id"), instant(row, "filed_at"), row.getBoolean("hidden"));
    }

    private static Instant instant(Row row, String column) {
        return Objects.requireNonNull(Columns.instant(row, column));
    }

    private record Leading(UUID ticketId, Instant filedAt, boolean hidden) {}

    /**
     * What a code tells.
     *
     * @param loop the ticket's row, for type and street; null when no more than the state is told
     * @param reportedAt when this very report was filed
     */
    public record Found(Tracked tracked, @Nullable LoopRow loop, Instant reportedAt) {}
}
