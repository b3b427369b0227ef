package org.whistle.feedback.sla.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.Reporter;
import org.whistle.feedback.loop.messaging.JournalRecorder;
import org.whistle.feedback.sla.store.StatisticsRows;

/** Keeps who reported, which tickets were whistled for, and how street and communities rated the bodies. */
@ApplicationScoped
class StatisticsRecorder implements JournalRecorder {

    @Override
    public Uni<Void> record(SqlConnection tx, List<JournalEvent> events) {
        List<StatisticsRows.Reported> reports = new ArrayList<>();
        List<UUID> whistled = new ArrayList<>();
        List<LegRated> ratings = new ArrayList<>();
        List<CommunityRated> communities = new ArrayList<>();
        for (JournalEvent event : events) {
            if (event instanceof ReportFiled filed && isPerson(filed.reporter())) {
                reports.add(new StatisticsRows.Reported(
                        filed.ticketId(),
                        filed.ticketId(),
                        filed.reporter().pseudonym(),
                        filed.place().grid(),
                        filed.type(),
                        filed.filedAt()));
            } else if (event instanceof ReportJoined joined && isPerson(joined.reporter())) {
                reports.add(new StatisticsRows.Reported(
                        joined.reportId(),
                        joined.ticketId(),
                        joined.reporter().pseudonym(),
                        null,
                        null,
                        joined.filedAt()));
            } else if (event instanceof TicketDispatched dispatched && dispatched.whistle() != null) {
                whistled.add(dispatched.ticketId());
            } else if (event instanceof LegRated rated) {
                ratings.add(rated);
            } else if (event instanceof CommunityRated rated) {
                // Decided here and stored then; met again only where the journal is replayed.
                communities.add(rated);
            }
        }
        List<Uni<Void>> kept = new ArrayList<>();
        if (!reports.isEmpty()) {
            kept.add(StatisticsRows.saveReports(tx, reports));
        }
        if (!whistled.isEmpty()) {
            kept.add(StatisticsRows.markWhistled(tx, whistled));
        }
        if (!ratings.isEmpty()) {
            kept.add(StatisticsRows.saveRatings(tx, ratings));
        }
        if (!communities.isEmpty()) {
            kept.add(StatisticsRows.saveCommunityRatings(tx, communities));
        }
        return kept.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(kept).andFailFast().replaceWithVoid();
    }

    /** Repeats are people's: grid workers, patrols and communities report the same types from the same grids by duty. */
    private static boolean isPerson(Reporter reporter) {
        return switch (reporter.kind()) {
            case RESIDENT, HOTLINE -> true;
            case GRID_WORKER, PATROL, COMMUNITY -> false;
        };
    }
}
