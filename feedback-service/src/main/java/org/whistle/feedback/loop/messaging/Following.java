package org.whistle.feedback.loop.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.inbox.PoisonRecord;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.feedback.JournalEvents;
import org.whistle.feedback.clock.Alarm;
import org.whistle.feedback.clock.StageClock;
import org.whistle.feedback.clock.TicketClocks;
import org.whistle.feedback.loop.Decision;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.LoopCommand;
import org.whistle.feedback.loop.LoopDecider;
import org.whistle.feedback.loop.LoopLeg;
import org.whistle.feedback.loop.Progress;
import org.whistle.feedback.loop.Step;
import org.whistle.feedback.loop.store.LegEntity;
import org.whistle.feedback.loop.store.LoopEntity;
import org.whistle.feedback.loop.store.LoopMapping;
import org.whistle.feedback.policy.FeedbackPolicy;

/** One ticket within one batch: as it was stored, the events of the batch in order, and what must be stored. */
final class Following {

    private static final Logger LOG = Logger.getLogger(Following.class);

    private final int partition;
    private final List<Envelope> events = new ArrayList<>();
    private final List<FeedbackEvent> decided = new ArrayList<>();
    private final Map<UUID, LegEntity> legRows = new HashMap<>();
    private Progress before = Progress.UNKNOWN;
    private Progress progress = Progress.UNKNOWN;
    private @Nullable LoopEntity stored;

    Following(int partition) {
        this.partition = partition;
    }

    void begin(LoopEntity loop, List<LegEntity> legs, List<StageClock> clocks) {
        stored = loop;
        legs.forEach(leg -> legRows.put(leg.assignmentId, leg));
        before = new Progress(LoopMapping.toLoop(loop, legs), TicketClocks.of(clocks));
        progress = before;
    }

    /** @throws PoisonRecord when the event cannot follow on what is known */
    void follow(JournalEvent event, Envelope envelope, FeedbackPolicy policy) {
        Progress.Result result = progress.follow(event, policy);
        switch (result.step()) {
            case Step.Moved moved -> progress = result.progress();
            case Step.Known known ->
                LOG.debugf("%s of ticket %s passed over: %s", envelope.type(), event.ticketId(), known.why());
            case Step.Misplaced misplaced -> throw new PoisonRecord(misplaced.why());
        }
        if (progress.loop() instanceof Loop.NotAccepted refused
                && new LoopDecider(policy).decide(refused, new LoopCommand.CloseNotAccepted(refused.decidedAt()))
                        instanceof Decision.Decided(List<FeedbackEvent> closing)) {
            progress = progress.followAll(closing, policy);
            decided.addAll(closing);
            closing.forEach(closed -> events.add(JournalEvents.envelope(closed, refused.decidedAt())
                    .causedBy(envelope.id().toString())));
        }
    }

    boolean hasMoved() {
        return progress != before;
    }

    boolean isNew() {
        return stored == null;
    }

    /** The loop's row as it must be stored, one version on. */
    LoopEntity row() {
        LoopEntity row = stored == null ? new LoopEntity() : stored;
        if (stored == null) {
            row.partition = partition;
        }
        LoopMapping.write(Objects.requireNonNull(progress.loop()), row);
        row.version++;
        return row;
    }

    Stream<LegEntity> changedLegs() {
        Loop loop = Objects.requireNonNull(progress.loop());
        List<LoopLeg> old =
                before.loop() == null ? List.of() : before.loop().matter().legs();
        return loop.matter().legs().stream().filter(leg -> !old.contains(leg)).map(leg -> {
            LegEntity row = legRows.getOrDefault(leg.assignmentId(), new LegEntity());
            LoopMapping.write(leg, loop.matter(), row);
            return row;
        });
    }

    Stream<StageClock> changedClocks() {
        Map<StageClock.Key, StageClock> old = before.clocks().clocks();
        return progress.clocks().clocks().values().stream().filter(clock -> !clock.equals(old.get(clock.key())));
    }

    Stream<Alarm> alarms() {
        return progress.clocks().alarms().stream();
    }

    /** What was decided on the way, for the outbox. */
    Stream<Envelope> events() {
        return events.stream();
    }

    Stream<FeedbackEvent> decided() {
        return decided.stream();
    }
}
