package org.whistle.department.inbox.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** How many assignments each department has open, and how many of these are past their limit. */
@ApplicationScoped
class OpenGauge {

    private static final Logger LOG = Logger.getLogger(OpenGauge.class);
    private static final String MEASURE = """
            select department, count(*), count(*) filter (where stage <> 'return-pending' and handle_due_at < now())
            from assignment where open group by department""";

    private final Pool pool;
    private final MultiGauge open;
    private final MultiGauge overdue;

    OpenGauge(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        this.open = MultiGauge.builder("whistle.department.open").register(metrics);
        this.overdue = MultiGauge.builder("whistle.department.overdue").register(metrics);
    }

    @Scheduled(every = "60s", delayed = "10s")
    Uni<Void> measure() {
        return pool.query(MEASURE)
                .execute()
                .invoke(rows -> {
                    List<MultiGauge.Row<?>> openRows = new ArrayList<>();
                    List<MultiGauge.Row<?>> overdueRows = new ArrayList<>();
                    for (Row row : rows) {
                        Tags department = Tags.of("department", row.getString(0));
                        openRows.add(MultiGauge.Row.of(department, row.getLong(1)));
                        overdueRows.add(MultiGauge.Row.of(department, row.getLong(2)));
                    }
                    open.register(openRows, true);
                    overdue.register(overdueRows, true);
                })
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debugf("open assignments could not be counted: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
