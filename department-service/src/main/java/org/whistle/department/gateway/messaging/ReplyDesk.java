package org.whistle.department.gateway.messaging;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Transactions;
import org.whistle.contracts.Topics;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.reply.ReplyCommand;
import org.whistle.department.assignment.Assignment;
import org.whistle.department.assignment.Decider;
import org.whistle.department.assignment.Decision.Done;
import org.whistle.department.assignment.Decision.Refused;
import org.whistle.department.assignment.store.AssignmentBatch;
import org.whistle.department.assignment.store.AssignmentMetrics;
import org.whistle.department.assignment.store.OpenAssignments;
import org.whistle.department.assignment.store.Outgoing;
import org.whistle.department.gateway.Replies;
import org.whistle.department.gateway.ReplyRule;

/**
 * Decides answers of departments' own systems on their assignments. One whose assignment is not known waits a little,
 * because a department may have read its topic faster than this service; what came behind it waits with it.
 */
@ApplicationScoped
class ReplyDesk {

    private static final Logger LOG = Logger.getLogger(ReplyDesk.class);
    private static final int RIPE_AT_ONCE = 200;

    private final Pool pool;
    private final Transactions transactions;
    private final AssignmentBatch assignments;
    private final EarlyReplies early;
    private final Outbox outbox;
    private final Decider decider;
    private final Rejections rejections;
    private final AssignmentMetrics metrics;
    private final Clock clock;

    ReplyDesk(
            Pool pool,
            Transactions transactions,
            AssignmentBatch assignments,
            EarlyReplies early,
            Outbox outbox,
            Decider decider,
            Rejections rejections,
            AssignmentMetrics metrics,
            Clock clock) {
        this.pool = pool;
        this.transactions = transactions;
        this.assignments = assignments;
        this.early = early;
        this.outbox = outbox;
        this.decider = decider;
        this.rejections = rejections;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Decides answers that just came, behind those that wait for the same assignments. */
    Uni<Void> settle(SqlConnection tx, List<Asked> fresh) {
        List<UUID> ids = fresh.stream().map(ask -> ask.reply().assignmentId()).toList();
        return early.take(tx, ids)
                .chain(waiting -> decide(
                        tx, Stream.concat(waiting.stream(), fresh.stream()).toList()));
    }

    /** Decides what has waited: its assignment has come, or it will not. */
    @Scheduled(every = "1s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> settleRipe() {
        return early.ripe(pool, RIPE_AT_ONCE)
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transactions.inTransaction(tx -> early.take(tx, ids).chain(waiting -> decide(tx, waiting))))
                .onFailure()
                .invoke(failure -> LOG.warnf("early answers could not be settled: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> decide(SqlConnection tx, List<Asked> asked) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<UUID> ids = asked.stream().map(ask -> ask.reply().assignmentId()).toList();
        return assignments.open(tx, ids).chain(open -> {
            List<Envelope> answers = new ArrayList<>();
            List<DepartmentEvent> events = new ArrayList<>();
            List<Asked> waiting = new ArrayList<>();
            for (Asked ask : asked) {
                Assignment assignment = assignmentOf(ask, open);
                if (assignment != null) {
                    answers.addAll(decide(assignment, open, ask, now, events));
                } else if (ask.overdue()) {
                    answers.add(unknown(ask, now));
                } else {
                    waiting.add(ask);
                }
            }
            return assignments
                    .close(tx, open)
                    .chain(() -> early.keep(tx, waiting))
                    .chain(() -> outbox.append(tx, answers))
                    .invoke(() -> events.forEach(metrics::count));
        });
    }

    /** Null also for another department's or another ticket's, so that nobody learns what assignments others have. */
    private static @Nullable Assignment assignmentOf(Asked ask, OpenAssignments open) {
        ReplyCommand reply = ask.reply();
        Assignment assignment = open.find(reply.assignmentId());
        return assignment != null
                        && assignment.leg().department().equals(departmentOf(ask))
                        && assignment.leg().ticketId().equals(reply.ticketId())
                ? assignment
                : null;
    }

    /** The journal's events, or one refusal. */
    private List<Envelope> decide(
            Assignment assignment, OpenAssignments open, Asked ask, Instant now, List<DepartmentEvent> events) {
        return switch (decider.decide(assignment, Replies.commandOf(ask.reply(), departmentOf(ask), Ids.next(), now))) {
            case Refused refused -> List.of(rejections.of(ask.envelope(), now, refused.rule(), refused.args()));
            case Done done -> {
                done.happenings().forEach(open::apply);
                events.addAll(done.events());
                yield done.events().stream()
                        .map(event -> Outgoing.journal(event)
                                .causedBy(ask.envelope().id().toString()))
                        .toList();
            }
        };
    }

    private Envelope unknown(Asked ask, Instant now) {
        return rejections.of(
                ask.envelope(),
                now,
                ReplyRule.UNKNOWN_ASSIGNMENT,
                List.of(departmentOf(ask), ask.reply().assignmentId()));
    }

    private static String departmentOf(Asked ask) {
        return Topics.departmentOfReply(ask.envelope().topic());
    }
}
