package org.whistle.feedback.loop.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.inbox.PoisonRecord;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.feedback.JournalEvents;
import org.whistle.feedback.clock.Alarm;
import org.whistle.feedback.loop.Decision;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.LoopCommand;
import org.whistle.feedback.loop.LoopDecider;
import org.whistle.feedback.loop.Merging;
import org.whistle.feedback.loop.Progress;
import org.whistle.feedback.loop.Step;
import org.whistle.feedback.loop.store.OpenLoop;
import org.whistle.feedback.policy.FeedbackPolicy;

/** One ticket within one batch of the journal: its events in order, and what was decided on the way. */
final class Following {

    private static final Logger LOG = Logger.getLogger(Following.class);

    private final OpenLoop open;
    private final List<Envelope> events = new ArrayList<>();
    private final List<FeedbackEvent> decided = new ArrayList<>();

    private boolean merged;

    Following(OpenLoop open) {
        this.open = open;
    }

    /** @throws PoisonRecord when the event cannot follow on what is known */
    void follow(JournalEvent event, Envelope envelope, FeedbackPolicy policy) {
        Progress.Result result = open.progress().follow(event, policy);
        switch (result.step()) {
            case Step.Moved moved -> {
                open.moveTo(result.progress());
                merged = merged || event instanceof TicketMerged;
            }
            case Step.Known known ->
                LOG.debugf("%s of ticket %s passed over: %s", envelope.type(), event.ticketId(), known.why());
            case Step.Misplaced misplaced -> throw new PoisonRecord(misplaced.why());
        }
        if (open.progress().loop() instanceof Loop.NotAccepted refused
                && new LoopDecider(policy).decide(refused, new LoopCommand.CloseNotAccepted(refused.decidedAt()))
                        instanceof Decision.Decided(List<FeedbackEvent> closing)) {
            open.moveTo(open.progress().followAll(closing, policy));
            decided.addAll(closing);
            closing.forEach(closed -> events.add(JournalEvents.envelope(closed, refused.decidedAt())
                    .causedBy(envelope.id().toString())));
        }
    }

    /** When the ticket it goes on in is closed already, it is closed with it: no more news of that one will come. */
    void mergedInto(OpenLoop other) {
        if (open.progress().loop() instanceof Loop.Merged merged
                && other.progress().loop() instanceof Loop.Closed closed) {
            open.moveTo(new Progress(
                    Merging.closedWith(merged, closed), open.progress().clocks()));
        }
    }

    /** Whether the batch merged it into another ticket. */
    boolean wasMerged() {
        return merged;
    }

    OpenLoop open() {
        return open;
    }

    Stream<Alarm> alarms() {
        return open.progress().clocks().alarms().stream();
    }

    /** What was decided on the way, for the outbox. */
    Stream<Envelope> events() {
        return events.stream();
    }

    Stream<FeedbackEvent> decided() {
        return decided.stream();
    }
}
