package org.whistle.feedback.rebuild.messaging;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.feedback.AppealDecided;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.store.OpenLoop;
import org.whistle.feedback.policy.FeedbackPolicy;
import org.whistle.feedback.rebuild.Replay;
import org.whistle.feedback.rebuild.messaging.Reading.Told;
import org.whistle.feedback.rebuild.store.Shadow;

/**
 * As many events of each ticket as one storing can hold: a second dispatch waits for the next, because the first one's
 * legs must be stored as they were then.
 */
final class Wave {

    private final Map<UUID, OpenLoop> open;
    private final Set<UUID> gaps;
    private final Function<Instant, FeedbackPolicy> figures;
    private final List<OpenLoop> moved = new ArrayList<>();
    private final List<Shadow.Called> calls = new ArrayList<>();
    private final List<UUID> merged = new ArrayList<>();
    private final List<TicketClosed> closings = new ArrayList<>();
    private final List<UUID> whistled = new ArrayList<>();
    private final List<LegRated> ratings = new ArrayList<>();
    private final List<CommunityRated> communities = new ArrayList<>();
    private final List<UUID> excused = new ArrayList<>();
    private final Map<UUID, Shadow.Seen> seen = new HashMap<>();

    Wave(Map<UUID, OpenLoop> open, Set<UUID> gaps, Function<Instant, FeedbackPolicy> figures) {
        this.open = open;
        this.gaps = gaps;
        this.figures = figures;
    }

    /** The other ticket an event needs to know about. */
    static Optional<UUID> alsoConcerned(JournalEvent event) {
        return event instanceof TicketMerged merged ? Optional.of(merged.into()) : Optional.empty();
    }

    /** Takes what it can out of the queues. */
    Shadow.Stretch take(Map<UUID, ArrayDeque<Told>> pending) {
        pending.forEach(this::take);
        return new Shadow.Stretch(
                moved, calls, merged, closings, whistled, ratings, communities, excused, seen.values());
    }

    private void take(UUID ticket, ArrayDeque<Told> events) {
        if (events.isEmpty()) {
            return;
        }
        OpenLoop loop = open.getOrDefault(ticket, OpenLoop.unknown(events.peek().partition()));
        Replay replay = new Replay(loop.progress());
        boolean dispatched = false;
        Told last = events.peek();
        while (!events.isEmpty()) {
            if (events.peek().event() instanceof TicketDispatched && dispatched && !replay.isBetween()) {
                break;
            }
            last = events.poll();
            dispatched |= last.event() instanceof TicketDispatched;
            if (!gaps.contains(ticket)) {
                follow(replay, last);
            }
        }
        String fault = replay.isBetween() ? "an answer without what it leads to" : replay.fault();
        seen.put(ticket, new Shadow.Seen(ticket, last.partition(), last.offset(), fault));
        if (fault != null || gaps.contains(ticket)) {
            return;
        }
        replay.calls().forEach(call -> calls.add(new Shadow.Called(ticket, call)));
        if (replay.progress() != loop.progress()) {
            loop.moveTo(replay.progress());
            loop.write();
            moved.add(loop);
        }
    }

    private void follow(Replay replay, Told told) {
        replay.follow(told.event(), figures.apply(told.at()));
        UUID ticket = told.event().ticketId();
        switch (told.event()) {
            case TicketMerged merge -> {
                merged.add(ticket);
                OpenLoop into = open.get(merge.into());
                if (into != null && into.progress().loop() instanceof Loop.Closed closed) {
                    replay.closeWith(closed);
                }
            }
            case TicketClosed closed -> closings.add(closed);
            case TicketDispatched dispatch when dispatch.whistle() != null -> whistled.add(ticket);
            case LegRated rated -> ratings.add(rated);
            case CommunityRated rated -> communities.add(rated);
            case AppealDecided decided when decided.excused() -> excused.add(decided.assignmentId());
            case JournalEvent other -> {}
        }
    }
}
