package org.whistle.feedback.score.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.Columns;
import org.whistle.feedback.score.Bulletin;
import org.whistle.feedback.sla.Span;

/**
 * Bulletins. That of a closed period is counted once for each extent of sight and then kept, so that it says the same
 * for good, also when a late ticket is handled afterwards; that of a period that is not over is counted each time.
 */
@ApplicationScoped
public class Bulletins {

    private static final String FIND = "select document::text from bulletin where period = $1 and extent = $2";

    private static final String KEEP = """
            insert into bulletin (period, extent, document, issued_at) values ($1, $2, $3::text::jsonb, $4)
            on conflict (period, extent) do nothing""";

    private final Pool pool;
    private final BulletinCounts counts;
    private final ObjectMapper json;

    Bulletins(Pool pool, BulletinCounts counts, ObjectMapper json) {
        this.pool = pool;
        this.counts = counts;
        this.json = json;
    }

    /** The bulletin of a period for what a caller may see. */
    public Uni<Bulletin> of(Span span, AreaScope scope, Instant now) {
        if (!span.isOver(now, Params.ZONE)) {
            return counts.count(span, scope, now);
        }
        String extent = extent(scope);
        return find(span, extent)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : counts.count(span, scope, now)
                                .chain(fresh -> keep(fresh, extent))
                                // Another may have been faster; all give what was kept.
                                .chain(() -> find(span, extent))
                                .map(Optional::orElseThrow));
    }

    private Uni<Optional<Bulletin>> find(Span span, String extent) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(span.label(), extent))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(read(rows)));
    }

    private Uni<Void> keep(Bulletin bulletin, String extent) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(bulletin.period(), extent, write(bulletin), Columns.at(bulletin.asOf())))
                .replaceWithVoid();
    }

    private String write(Bulletin bulletin) {
        try {
            return json.writeValueAsString(bulletin);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Bulletin read(RowSet<Row> rows) {
        try {
            return json.readValue(rows.iterator().next().getString(0), Bulletin.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same sight, the same bulletin. */
    private static String extent(AreaScope scope) {
        return scope.areas().stream().sorted().distinct().collect(Collectors.joining(","))
                + (scope.department() == null ? "" : "/" + scope.department());
    }
}
