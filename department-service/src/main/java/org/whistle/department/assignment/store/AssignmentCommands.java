package org.whistle.department.assignment.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.photo.PhotoClaims;
import org.whistle.chassis.photo.PhotoStore;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.store.GroupCommit;
import org.whistle.chassis.store.Transactions;
import org.whistle.chassis.web.TicketLog;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.department.assignment.Command;
import org.whistle.department.assignment.Decider;
import org.whistle.department.assignment.Decision;

/**
 * People's commands, each on one assignment and under the version the person has seen. Those that arrive together share
 * one transaction: their assignments and photos are locked, each is decided in turn on what those before it left, and
 * all is written by the same few statements, however many there are. A refusal is an answer and touches nobody else.
 *
 * <p>The lock puts commands in one line with the topics' consumers, which lock in the same order; so the version needs
 * no second look when the row is written.
 */
@ApplicationScoped
public class AssignmentCommands {

    private static final Logger LOG = Logger.getLogger(AssignmentCommands.class);

    private final AssignmentBatch assignments;
    private final PhotoStore photos;
    private final Outbox outbox;
    private final Decider decider;
    private final AssignmentMetrics metrics;
    private final GroupCommit<Wish, Outcome> commits;

    /**
     * @param batch most commands of one transaction
     * @param flights most transactions at a time
     * @param interval shortest time between the beginnings of two transactions
     */
    AssignmentCommands(
            Transactions transactions,
            AssignmentBatch assignments,
            PhotoStore photos,
            Outbox outbox,
            Decider decider,
            AssignmentMetrics metrics,
            @ConfigProperty(name = "whistle.commands.batch", defaultValue = "256") int batch,
            @ConfigProperty(name = "whistle.commands.flights", defaultValue = "1") int flights,
            @ConfigProperty(name = "whistle.commands.interval", defaultValue = "PT0.01S") Duration interval) {
        this.assignments = assignments;
        this.photos = photos;
        this.outbox = outbox;
        this.decider = decider;
        this.metrics = metrics;
        this.commits = new GroupCommit<>(transactions, batch, flights, interval, this::carryOut);
    }

    /**
     * The assignment after the command.
     *
     * @param scope what the caller may handle; anything else is 404
     * @param version the version the caller has seen; another one is 412
     * @return fails with {@link ProblemException} when it is refused
     */
    public Uni<AssignmentRow> handle(UUID id, AreaScope scope, long version, Command command) {
        return commits.submit(new Wish(id, scope, version, command)).map(this::answer);
    }

    private AssignmentRow answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> {
                done.events().forEach(event -> noted(done.row(), event));
                yield done.row();
            }
            case Outcome.Unseen unseen -> throw ProblemException.notFound();
            case Outcome.Stale(long version) -> throw Versions.stale().withHeader("ETag", Versions.etag(version));
            case Outcome.Refused(Decision.Refused refusal) ->
                throw ProblemException.of(refusal.rule(), refusal.args().toArray());
            case Outcome.NoSuchPhoto refused ->
                throw ProblemException.field(
                        "photos",
                        "有照片不存在、不是您上传的或已用于其他任务",
                        "holds a photo that does not exist, is not yours, or shows something else");
        };
    }

    private Uni<List<Outcome>> carryOut(SqlConnection tx, List<Wish> wishes) {
        List<UUID> ids = wishes.stream().map(Wish::id).toList();
        List<UUID> shown = wishes.stream()
                .flatMap(wish -> wish.command().photos().stream())
                .toList();
        // They travel together and are carried out in this order: assignments first, then photos.
        return Uni.combine()
                .all()
                .unis(assignments.open(tx, ids), photos.lock(tx, shown))
                .asTuple()
                .chain(locked -> {
                    OpenAssignments open = locked.getItem1();
                    PhotoClaims claims = locked.getItem2();
                    List<Envelope> events = new ArrayList<>();
                    List<Outcome> outcomes = new ArrayList<>(wishes.size());
                    for (Wish wish : wishes) {
                        Outcome outcome = decide(wish, open, claims);
                        if (outcome instanceof Outcome.Done done) {
                            done.events().forEach(event -> events.add(Outgoing.journal(event)));
                        }
                        outcomes.add(outcome);
                    }
                    return Uni.join()
                            .all(assignments.close(tx, open), photos.bind(tx, claims), outbox.append(tx, events))
                            .andFailFast()
                            .replaceWith(outcomes);
                });
    }

    private Outcome decide(Wish wish, OpenAssignments open, PhotoClaims claims) {
        AssignmentRow row = open.row(wish.id());
        if (row == null || !wish.scope().sees(row.grid, row.department)) {
            return new Outcome.Unseen();
        }
        if (row.version != wish.version()) {
            return new Outcome.Stale(row.version);
        }
        Command command = wish.command();
        return switch (decider.decide(row.toAssignment(), command)) {
            case Decision.Refused refused -> new Outcome.Refused(refused);
            case Decision.Done done -> {
                if (!claims.take(command.photos(), wish.id(), command.by().account())
                        .isEmpty()) {
                    yield new Outcome.NoSuchPhoto();
                }
                done.happenings().forEach(open::apply);
                yield new Outcome.Done(row.copy(), done.events());
            }
        };
    }

    /** After the commit, so that a batch that had to be tried again counts once. */
    private void noted(AssignmentRow row, DepartmentEvent event) {
        metrics.count(event);
        try (TicketLog.Scope scope = TicketLog.of(row.ticketId)) {
            LOG.debugf("%s of assignment %s by %s", event.getClass().getSimpleName(), row.id, event.department());
        }
    }

    /** A command as it waits for its turn. */
    private record Wish(UUID id, AreaScope scope, long version, Command command) {}
}
