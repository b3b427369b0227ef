package org.whistle.feedback.loop.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Transactions;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.feedback.FeedbackMetrics;
import org.whistle.feedback.JournalEvents;
import org.whistle.feedback.Wording;
import org.whistle.feedback.clock.Alarm;
import org.whistle.feedback.clock.StageClock;
import org.whistle.feedback.clock.TicketClocks;
import org.whistle.feedback.clock.store.AlertEntity;
import org.whistle.feedback.clock.store.ClockEntity;
import org.whistle.feedback.loop.Decision;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.LoopCommand;
import org.whistle.feedback.loop.LoopDecider;
import org.whistle.feedback.loop.LoopLeg;
import org.whistle.feedback.loop.Matter;
import org.whistle.feedback.loop.Progress;
import org.whistle.feedback.policy.FeedbackPolicy;
import org.whistle.feedback.policy.Policies;

/**
 * Carries out a person's command: loads the loop under a lock, asks the decider, and stores state, clocks and events in
 * one session. The lock puts it in one line with the journal's consumer, and the version in the UPDATE is the last word.
 */
@ApplicationScoped
public class LoopCommands {

    private static final Logger LOG = Logger.getLogger(LoopCommands.class);

    private static final String BIND_PHOTO = """
            update photo set bound_to = ?1
            where id = ?2 and owner = ?3 and (bound_to is null or bound_to = ?1)""";

    private final Transactions transactions;
    private final Outbox outbox;
    private final Policies policies;
    private final FeedbackMetrics metrics;
    private final Clock clock;
    private final AuditTrail audit;

    LoopCommands(
            Transactions transactions,
            Outbox outbox,
            Policies policies,
            FeedbackMetrics metrics,
            Clock clock,
            AuditTrail audit) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.policies = policies;
        this.metrics = metrics;
        this.clock = clock;
        this.audit = audit;
    }

    /** The instant a command is given. */
    public Instant now() {
        return clock.instant();
    }

    /** What became of a command. */
    public sealed interface Outcome {

        /** Stored; the row holds state and version after it. */
        record Done(LoopEntity row) implements Outcome {}

        /** There is no such loop, or it is not the caller's to see. */
        record Unseen() implements Outcome {}

        /** Somebody was faster; the row's version is the present one. */
        record Stale(long version) implements Outcome {}

        /** The decider says no. */
        record Refused(Decision.Refused refusal) implements Outcome {}

        /** This photo is unknown, another account's, or bound to something else. */
        record NoSuchPhoto(int index) implements Outcome {}
    }

    /**
     * Carries out a command.
     *
     * @param expected the version the caller has seen
     * @param visible whether the loop is the caller's to see
     */
    public Uni<Outcome> execute(UUID ticketId, long expected, Predicate<Matter> visible, LoopCommand command) {
        return transactions
                .inSession(() -> LoopEntity.<LoopEntity>findById(ticketId, LockModeType.PESSIMISTIC_WRITE)
                        .chain(row -> row == null
                                ? Uni.createFrom().<Outcome>item(new Outcome.Unseen())
                                : load(row).chain(loaded -> decide(loaded, expected, visible, command))))
                .onFailure(Undone.class)
                .recoverWithItem(undone -> ((Undone) undone).outcome);
    }

    private static Uni<Loaded> load(LoopEntity row) {
        return LegEntity.<LegEntity>list("ticketId = ?1 order by round, assignmentId", row.ticketId)
                .chain(legs -> ClockEntity.<ClockEntity>find("id.ticketId = ?1 order by startedAt", row.ticketId)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list()
                        .map(clocks -> new Loaded(row, legs, clocks)));
    }

    private Uni<Outcome> decide(Loaded loaded, long expected, Predicate<Matter> visible, LoopCommand command) {
        Loop loop = loaded.progress().loop();
        if (!visible.test(loop.matter())) {
            return Uni.createFrom().item(new Outcome.Unseen());
        }
        if (loaded.row().version != expected) {
            return Uni.createFrom().item(new Outcome.Stale(loaded.row().version));
        }
        FeedbackPolicy policy = policies.current();
        return switch (new LoopDecider(policy).decide(loop, command)) {
            case Decision.Refused refused -> Uni.createFrom().item(new Outcome.Refused(refused));
            case Decision.Attempted attempted ->
                attempted(loaded.row(), attempted.loop(), (LoopCommand.NoteAttempt) command);
            case Decision.Decided decided -> decided(loaded, decided.events(), command, policy);
        };
    }

    /** No event tells of it, so it goes on record here. */
    private Uni<Outcome> attempted(LoopEntity row, Loop.AwaitingAnswer loop, LoopCommand.NoteAttempt command) {
        LoopMapping.write(loop, row);
        AttemptEntity attempt = new AttemptEntity();
        attempt.id = Ids.next();
        attempt.ticketId = row.ticketId;
        attempt.cycle = row.reopened + 1;
        attempt.channel = Wording.word(command.channel());
        attempt.calledBy = command.by().account();
        attempt.calledAt = command.at();
        AuditEntry entry = AuditEntry.of(
                command.at(),
                command.by().account(),
                command.by().department(),
                "callback-attempted",
                "ticket",
                row.ticketId,
                new JsonObject().put("channel", attempt.channel));
        return attempt.persist().chain(() -> audit.append(List.of(entry))).replaceWith(new Outcome.Done(row));
    }

    private Uni<Outcome> decided(
            Loaded loaded, List<FeedbackEvent> events, LoopCommand command, FeedbackPolicy policy) {
        LoopEntity row = loaded.row();
        Loop before = Objects.requireNonNull(loaded.progress().loop());
        Progress after = loaded.progress().followAll(events, policy);
        Loop loop = Objects.requireNonNull(after.loop());
        List<Alarm> alarms = after.clocks().alarms();
        LoopMapping.write(loop, row);
        loaded.legs().forEach(leg -> loop.matter()
                .leg(leg.assignmentId)
                .ifPresent(changed -> LoopMapping.write(changed, loop.matter(), leg)));
        List<Object> fresh = new ArrayList<>(loaded.writeClocks(after.clocks()));
        alarms.forEach(alarm -> fresh.add(alert(alarm, loop.matter(), command.at())));
        List<Envelope> envelopes = new ArrayList<>(JournalEvents.envelopes(events, command.at()));
        envelopes.addAll(
                JournalEvents.envelopes(alarms.stream().map(Alarm::event).toList(), command.at()));
        return Panache.getSession()
                .chain(session -> session.persistAll(fresh.toArray()))
                .chain(() -> record(before, loop, command))
                .chain(() -> outbox.append(envelopes))
                .invoke(() -> {
                    metrics.count(alarms);
                    metrics.countEvents(events);
                    LOG.debugf("ticket %s is %s", row.ticketId, row.state);
                })
                .replaceWith(new Outcome.Done(row));
    }

    private static AlertEntity alert(Alarm alarm, Matter matter, Instant now) {
        AlertEntity alert = AlertEntity.of(alarm, now);
        alert.type = matter.type();
        alert.grid = matter.grid();
        return alert;
    }

    /** Keeps what was found or answered beside the state. */
    private static Uni<Void> record(Loop before, Loop after, LoopCommand command) {
        return switch (command) {
            case LoopCommand.Verify verify -> verification(before.matter(), after, verify);
            case LoopCommand.TakeAnswer answer ->
                CallbackEntity.<CallbackEntity>findById(CallbackId.of(
                                before.matter().ticketId(), before.matter().reopened() + 1))
                        .invoke(callback -> {
                            callback.contactedAt = answer.at();
                            callback.channel = Wording.word(answer.channel());
                            callback.solved = answer.solved();
                            callback.satisfaction = Wording.word(answer.satisfaction());
                            callback.comment = answer.comment();
                            callback.answeredBy = answer.by().account();
                        })
                        .replaceWithVoid();
            case LoopCommand.NoteAttempt attempt -> Uni.createFrom().voidItem();
            case LoopCommand.CloseUnreachable close -> Uni.createFrom().voidItem();
            case LoopCommand.CloseNotAccepted close -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> verification(Matter matter, Loop after, LoopCommand.Verify verify) {
        VerificationEntity found = new VerificationEntity();
        found.id = Ids.next();
        found.ticketId = matter.ticketId();
        found.fixed = verify.fixed();
        found.note = verify.note();
        found.longitude = verify.position().longitude();
        found.latitude = verify.position().latitude();
        found.metres = matter.metresFrom(verify.position());
        found.photos = verify.photos().toArray(UUID[]::new);
        found.assignmentId = verify.fixed() ? null : sentBack(matter, verify.assignmentId());
        found.verifiedBy = verify.by().account();
        found.verifiedAt = verify.at();
        Uni<Void> stored = found.persist().replaceWithVoid();
        for (int i = 0; i < verify.photos().size(); i++) {
            int index = i;
            stored = stored.chain(() -> bind(matter.ticketId(), verify, index));
        }
        return after instanceof Loop.AwaitingAnswer awaiting
                ? stored.chain(() -> callback(awaiting).persist()).replaceWithVoid()
                : stored;
    }

    private static @Nullable UUID sentBack(Matter matter, @Nullable UUID named) {
        return named != null ? named : matter.lead().map(LoopLeg::assignmentId).orElse(null);
    }

    private static Uni<Void> bind(UUID ticketId, LoopCommand.Verify verify, int index) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BIND_PHOTO)
                        .setParameter(1, ticketId)
                        .setParameter(2, verify.photos().get(index))
                        .setParameter(3, verify.by().account())
                        .executeUpdate())
                .invoke(bound -> {
                    if (bound == 0) {
                        throw new Undone(new Outcome.NoSuchPhoto(index));
                    }
                })
                .replaceWithVoid();
    }

    private static CallbackEntity callback(Loop.AwaitingAnswer loop) {
        Matter matter = loop.matter();
        CallbackEntity callback = new CallbackEntity();
        callback.id = CallbackId.of(matter.ticketId(), matter.reopened() + 1);
        callback.department = matter.lead().map(LoopLeg::department).orElse(null);
        callback.type = matter.type();
        callback.grid = matter.grid();
        callback.openedAt = loop.verifiedAt();
        callback.dueAt = loop.dueAt();
        return callback;
    }

    /** Rolls the session back and still gives an answer. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;

        Undone(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    /** A loop with all that hangs on it, within one session. */
    private record Loaded(LoopEntity row, List<LegEntity> legs, List<ClockEntity> clocks, Progress progress) {

        Loaded(LoopEntity row, List<LegEntity> legs, List<ClockEntity> clocks) {
            this(
                    row,
                    legs,
                    clocks,
                    new Progress(
                            LoopMapping.toLoop(row, legs),
                            TicketClocks.of(
                                    clocks.stream().map(ClockEntity::toClock).toList())));
        }

        /** Writes clocks over their rows; answers the rows of new ones. */
        List<ClockEntity> writeClocks(TicketClocks after) {
            Map<StageClock.Key, ClockEntity> rows = new HashMap<>();
            clocks.forEach(row -> rows.put(row.toClock().key(), row));
            List<ClockEntity> fresh = new ArrayList<>();
            after.clocks().forEach((key, clock) -> {
                ClockEntity row = rows.get(key);
                if (row == null) {
                    fresh.add(ClockEntity.of(clock));
                } else if (!row.toClock().equals(clock)) {
                    row.write(clock);
                }
            });
            return fresh;
        }
    }
}
