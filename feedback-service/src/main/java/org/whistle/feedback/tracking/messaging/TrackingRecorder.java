package org.whistle.feedback.tracking.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.dispatch.TicketNotAccepted;
import org.whistle.contracts.intake.DeliberationHeld;
import org.whistle.contracts.intake.MatterAnswered;
import org.whistle.contracts.intake.MatterOpened;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.Reporter;
import org.whistle.feedback.loop.messaging.JournalRecorder;
import org.whistle.feedback.tracking.Told;
import org.whistle.feedback.tracking.store.TrackingRows;

/** Keeps the digests of tracking codes, and what reporters are told. */
@ApplicationScoped
class TrackingRecorder implements JournalRecorder {

    @Override
    public Uni<Void> record(SqlConnection tx, List<JournalEvent> events) {
        List<TrackingRows.Code> codes = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        for (JournalEvent event : events) {
            if (event instanceof ReportFiled e) {
                add(codes, e.trackingDigest(), e.ticketId(), e.ticketId(), e.filedAt(), e.filedBy());
            } else if (event instanceof ReportJoined e) {
                add(codes, e.trackingDigest(), e.reportId(), e.ticketId(), e.filedAt(), e.filedBy());
            } else if (event instanceof MatterOpened e) {
                add(codes, e.trackingDigest(), e.ticketId(), e.ticketId(), e.filedAt(), e.filedBy());
            } else if (event instanceof AssignmentCompleted e) {
                told.add(new Told(
                        e.ticketId(),
                        e.assignmentId(),
                        Told.Kind.COMPLETED,
                        e.department(),
                        e.result(),
                        e.completedAt()));
            } else if (event instanceof TicketNotAccepted e) {
                String text = e.channel() + "：" + e.explanation();
                told.add(new Told(e.ticketId(), e.ticketId(), Told.Kind.NOT_ACCEPTED, null, text, e.decidedAt()));
            } else if (event instanceof MatterAnswered e) {
                told.add(new Told(e.ticketId(), e.ticketId(), Told.Kind.SETTLED, null, e.answer(), e.answeredAt()));
            } else if (event instanceof DeliberationHeld e && !e.becomesTicket()) {
                told.add(new Told(e.ticketId(), e.ticketId(), Told.Kind.SETTLED, null, e.resolution(), e.heldAt()));
            }
        }
        List<Uni<Void>> kept = new ArrayList<>();
        if (!codes.isEmpty()) {
            kept.add(TrackingRows.saveCodes(tx, codes));
        }
        if (!told.isEmpty()) {
            kept.add(TrackingRows.saveTold(tx, told));
        }
        return kept.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(kept).andFailFast().replaceWithVoid();
    }

    /** A matter that becomes a ticket has its code from when it was seen: the first to be stored stands. */
    private static void add(
            List<TrackingRows.Code> codes,
            @Nullable String digest,
            UUID reportId,
            UUID ticketId,
            Instant filedAt,
            String filedBy) {
        if (digest != null) {
            codes.add(new TrackingRows.Code(digest, reportId, ticketId, filedAt, filedBy.equals(Reporter.HIDDEN)));
        }
    }
}
