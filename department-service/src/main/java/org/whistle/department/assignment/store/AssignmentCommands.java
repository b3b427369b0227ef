package org.whistle.department.assignment.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.store.Transactions;
import org.whistle.chassis.web.TicketLog;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.department.assignment.Command;
import org.whistle.department.assignment.Command.Accept;
import org.whistle.department.assignment.Command.Complete;
import org.whistle.department.assignment.Command.NoteProgress;
import org.whistle.department.assignment.Command.RequestReturn;
import org.whistle.department.assignment.Decider;
import org.whistle.department.assignment.Decision.Done;
import org.whistle.department.assignment.Decision.Refused;

/**
 * A person's command on one assignment: loaded, decided and stored with its event and its history in one transaction of
 * a Hibernate Reactive session, under the version the person has seen.
 */
@ApplicationScoped
public class AssignmentCommands {

    private static final Logger LOG = Logger.getLogger(AssignmentCommands.class);

    private final Transactions transactions;
    private final Outbox outbox;
    private final Decider decider;
    private final AssignmentMetrics metrics;

    AssignmentCommands(Transactions transactions, Outbox outbox, Decider decider, AssignmentMetrics metrics) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.decider = decider;
        this.metrics = metrics;
    }

    /**
     * The assignment after the command.
     *
     * @param scope what the caller may handle; anything else is 404
     * @param version the version the caller has seen; another one is 412
     * @return fails with {@link ProblemException} when it is refused
     */
    public Uni<AssignmentRow> handle(UUID id, AreaScope scope, long version, Command command) {
        return transactions.inSession(
                () -> AssignmentRow.<AssignmentRow>findById(id).chain(row -> {
                    check(row, scope, version);
                    return apply(row, command);
                }));
    }

    private static void check(@Nullable AssignmentRow row, AreaScope scope, long version) {
        if (row == null || !scope.sees(row.grid, row.department)) {
            throw ProblemException.notFound();
        }
        if (row.version != version) {
            throw Versions.stale().withHeader("ETag", Versions.etag(row.version));
        }
    }

    private Uni<AssignmentRow> apply(AssignmentRow row, Command command) {
        return switch (decider.decide(row.toAssignment(), command)) {
            case Refused refused ->
                throw ProblemException.of(refused.rule(), refused.args().toArray());
            case Done done -> {
                // One command makes one event, so one version.
                DepartmentEvent event = done.events().getFirst();
                row.apply(event);
                yield bind(photosOf(command), row.id, command.by().account())
                        .chain(() -> remember(row, event))
                        .chain(() -> outbox.append(List.of(Outgoing.journal(event))))
                        .invoke(() -> noted(row, event))
                        .replaceWith(row);
            }
        };
    }

    /** Hibernate raises the version when it writes the row, at the end of the transaction. */
    private static Uni<Void> remember(AssignmentRow row, DepartmentEvent event) {
        HistoryRow history = HistoryRow.of(row.id, row.version + 1, Outgoing.timeOf(event), event);
        return Panache.getSession().chain(session -> session.persist(history));
    }

    /** The session's own query, because the photos must be bound in this very transaction. */
    private static Uni<Void> bind(List<UUID> photos, UUID assignmentId, String owner) {
        if (photos.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> bindAll(session, photos, assignmentId, owner))
                .invoke(bound -> {
                    if (bound != photos.size()) {
                        throw ProblemException.field(
                                "photos",
                                "有照片不存在、不是您上传的或已用于其他任务",
                                "holds a photo that does not exist, is not yours, or shows something else");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Integer> bindAll(Mutiny.Session session, List<UUID> photos, UUID assignmentId, String owner) {
        return session.createNativeQuery("""
                        update photo set bound_to = :assignment
                        where id in (:photos) and owner = :owner and (bound_to is null or bound_to = :assignment)""")
                .setParameter("assignment", assignmentId)
                .setParameter("photos", photos)
                .setParameter("owner", owner)
                .executeUpdate();
    }

    private void noted(AssignmentRow row, DepartmentEvent event) {
        metrics.count(event);
        try (TicketLog.Scope scope = TicketLog.of(row.ticketId)) {
            LOG.debugf("%s of assignment %s by %s", event.getClass().getSimpleName(), row.id, event.department());
        }
    }

    private static List<UUID> photosOf(Command command) {
        return switch (command) {
            case Accept c -> List.of();
            case NoteProgress c -> c.photos();
            case Complete c -> c.photos();
            case RequestReturn c -> c.photos();
        };
    }
}
