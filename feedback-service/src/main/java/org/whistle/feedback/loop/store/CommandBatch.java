package org.whistle.feedback.loop.store;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.photo.PhotoClaims;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.feedback.JournalEvents;
import org.whistle.feedback.Wording;
import org.whistle.feedback.clock.Alarm;
import org.whistle.feedback.clock.store.AlertRow;
import org.whistle.feedback.loop.Decision;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.LoopCommand;
import org.whistle.feedback.loop.LoopDecider;
import org.whistle.feedback.loop.Progress;
import org.whistle.feedback.policy.FeedbackPolicy;

/** Commands decided one after the other on loops that are locked, and all that must be stored because of them. */
final class CommandBatch {

    private final Map<UUID, OpenLoop> loops;
    private final PhotoClaims photos;
    private final FeedbackPolicy policy;
    private final Records records = new Records();
    private final List<Envelope> envelopes = new ArrayList<>();
    private final List<AlertRow> alerts = new ArrayList<>();
    private final List<AuditEntry> attempts = new ArrayList<>();

    CommandBatch(Map<UUID, OpenLoop> loops, PhotoClaims photos, FeedbackPolicy policy) {
        this.loops = loops;
        this.photos = photos;
        this.policy = policy;
    }

    /** Decides a command on what those before it left. */
    Carried carryOut(Wish wish) {
        OpenLoop open = loops.get(wish.ticketId());
        if (open == null) {
            return Carried.nowhere(new Outcome.Unseen());
        }
        Loop loop = Objects.requireNonNull(open.progress().loop());
        return switch (wish.access().apply(loop.matter())) {
            case HIDDEN -> Carried.nowhere(new Outcome.Unseen());
            case FORBIDDEN -> Carried.nowhere(new Outcome.Forbidden());
            case GRANTED ->
                wish.expected() == null || open.row().version == wish.expected()
                        ? decide(open, loop, wish)
                        : Carried.nowhere(new Outcome.Stale(open.row().version));
        };
    }

    private Carried decide(OpenLoop open, Loop loop, Wish wish) {
        return switch (new LoopDecider(policy).decide(loop, wish.command())) {
            case Decision.Refused refused -> Carried.nowhere(new Outcome.Refused(refused));
            case Decision.Attempted(Loop.AwaitingAnswer attempted) -> {
                attempts.add(attempt(wish.ticketId(), (LoopCommand.NoteAttempt) wish.command()));
                yield done(open, new Progress(attempted, open.progress().clocks()), List.of(), wish);
            }
            case Decision.Decided(List<FeedbackEvent> events) ->
                done(open, open.progress().followAll(events, policy), events, wish);
        };
    }

    private static AuditEntry attempt(UUID ticketId, LoopCommand.NoteAttempt command) {
        return AuditEntry.of(
                command.at(),
                command.by().account(),
                command.by().department(),
                "callback-attempted",
                "ticket",
                ticketId,
                new JsonObject().put("channel", Wording.word(command.channel())));
    }

    private Carried done(OpenLoop open, Progress after, List<FeedbackEvent> events, Wish wish) {
        if (wish.command() instanceof LoopCommand.Verify verify) {
            List<UUID> refused =
                    photos.take(verify.photos(), wish.ticketId(), verify.by().account());
            if (!refused.isEmpty()) {
                return Carried.nowhere(new Outcome.NoSuchPhoto(verify.photos().indexOf(refused.getFirst())));
            }
        }
        Progress before = open.progress();
        open.moveTo(after);
        open.write();
        records.add(Objects.requireNonNull(before.loop()), Objects.requireNonNull(after.loop()), wish.command());
        List<Alarm> all = after.clocks().alarms();
        List<Alarm> alarms = all.subList(before.clocks().alarms().size(), all.size());
        Instant at = wish.command().at();
        alarms.forEach(alarm -> alerts.add(AlertRow.of(alarm, at)));
        envelopes.addAll(JournalEvents.envelopes(events, at));
        envelopes.addAll(JournalEvents.envelopes(
                alarms.stream().map(alarm -> alarm.event(at)).toList(), at));
        return new Carried(new Outcome.Done(open.row().copy()), events, alarms);
    }

    List<OpenLoop> moved() {
        return loops.values().stream().filter(OpenLoop::hasMoved).toList();
    }

    Records records() {
        return records;
    }

    PhotoClaims photos() {
        return photos;
    }

    List<AlertRow> alerts() {
        return alerts;
    }

    /** Calls in vain: no event tells of them, so they go on the audit record by themselves. */
    List<AuditEntry> attempts() {
        return attempts;
    }

    /** In the order the commands were decided. */
    List<Envelope> envelopes() {
        return envelopes;
    }
}
