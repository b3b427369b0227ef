package org.whistle.feedback.loop.messaging;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.inbox.BatchHandler;
import org.whistle.chassis.inbox.Delivered;
import org.whistle.chassis.inbox.PoisonRecord;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Message;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.contracts.dispatch.AssetOwnerRegistered;
import org.whistle.contracts.dispatch.ConsultationConcluded;
import org.whistle.contracts.dispatch.ConsultationOpened;
import org.whistle.contracts.dispatch.ExtensionRefused;
import org.whistle.contracts.dispatch.SuspensionRefused;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.intake.AlarmAcknowledged;
import org.whistle.contracts.intake.MarkedSafe;
import org.whistle.contracts.intake.MatterPassedUp;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.feedback.FeedbackMetrics;
import org.whistle.feedback.JournalEvents;
import org.whistle.feedback.clock.Alarm;
import org.whistle.feedback.clock.store.AlertRow;
import org.whistle.feedback.loop.store.LoopBatch;
import org.whistle.feedback.loop.store.MergedRows;
import org.whistle.feedback.loop.store.OpenLoop;
import org.whistle.feedback.policy.Policies;

/**
 * Applies the journal: loads the loops of a batch once, lets them follow their events in order in memory, and stores
 * what changed by a handful of multi-row statements.
 *
 * <p>This service's own events come back over the journal too and are passed over knowingly: the state moved when they
 * were decided. Only a closing is news, for the tickets that were merged into the one that is closed.
 */
@ApplicationScoped
public class JournalHandler implements BatchHandler {

    /** What moves no loop is not even read. */
    private static final Set<Class<?>> NO_NEWS = Set.of(
            MatterPassedUp.class,
            AlarmAcknowledged.class,
            MarkedSafe.class,
            ProgressNoted.class,
            ReturnRequested.class,
            ExtensionRequested.class,
            SuspensionRequested.class,
            ExtensionRefused.class,
            SuspensionRefused.class,
            ConsultationOpened.class,
            ConsultationConcluded.class,
            AssetOwnerRegistered.class);

    private static final Map<String, Interest> INTERESTS = EventTypes.all().values().stream()
            .collect(Collectors.toUnmodifiableMap(EventTypes.EventType::name, type -> interestIn(type.record())));

    private final Outbox outbox;
    private final Policies policies;
    private final FeedbackMetrics metrics;
    private final Clock clock;
    private final List<JournalRecorder> recorders;

    JournalHandler(
            Outbox outbox,
            Policies policies,
            FeedbackMetrics metrics,
            Clock clock,
            @All List<JournalRecorder> recorders) {
        this.outbox = outbox;
        this.policies = policies;
        this.metrics = metrics;
        this.clock = clock;
        this.recorders = recorders;
    }

    @Override
    public boolean consumes(String topic) {
        return topic.equals(Topics.JOURNAL);
    }

    @Override
    public Interest interestIn(String type) {
        return INTERESTS.getOrDefault(type, Interest.UNKNOWN);
    }

    private static Interest interestIn(Class<? extends Message> record) {
        if (!JournalEvent.class.isAssignableFrom(record)) {
            return Interest.UNKNOWN;
        }
        boolean own = FeedbackEvent.class.isAssignableFrom(record) && record != TicketClosed.class;
        return own || NO_NEWS.contains(record) ? Interest.PASS : Interest.APPLY;
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivered> fresh) {
        List<News> news = new ArrayList<>(fresh.size());
        for (Delivered delivered : fresh) {
            news.add(new News(read(delivered.envelope()), delivered.envelope(), delivered.partition()));
        }
        List<TicketClosed> closings = new ArrayList<>();
        List<News> moving = new ArrayList<>(news.size());
        for (News one : news) {
            if (one.event() instanceof TicketClosed closed) {
                closings.add(closed);
            } else {
                moving.add(one);
            }
        }
        return follow(tx, moving).chain(() -> MergedRows.close(tx, closings));
    }

    private Uni<Void> follow(SqlConnection tx, List<News> news) {
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<UUID> tickets =
                news.stream().flatMap(JournalHandler::concerned).distinct().toList();
        return LoopBatch.open(tx, tickets).chain(known -> {
            Map<UUID, Following> followings = new LinkedHashMap<>();
            for (News one : news) {
                Following following = followings.computeIfAbsent(
                        one.event().ticketId(),
                        id -> new Following(known.getOrDefault(id, OpenLoop.unknown(one.partition()))));
                following.follow(one.event(), one.envelope(), policies.current());
                if (one.event() instanceof TicketMerged merged && known.containsKey(merged.into())) {
                    following.mergedInto(known.get(merged.into()));
                }
            }
            return store(
                    tx,
                    followings.values().stream()
                            .filter(following -> following.open().hasMoved())
                            .toList(),
                    news.stream().map(News::event).toList());
        });
    }

    /**
     * The tickets whose locks an event needs: its own, and of a merge also the one it goes on in, which must not be
     * closed between the look at it and the commit.
     */
    private static Stream<UUID> concerned(News one) {
        return one.event() instanceof TicketMerged merged
                ? Stream.of(merged.ticketId(), merged.into())
                : Stream.of(one.event().ticketId());
    }

    private static JournalEvent read(Envelope envelope) {
        Message message = WireFormat.read(envelope.type(), envelope.data());
        if (!(message instanceof JournalEvent event)) {
            throw new PoisonRecord(envelope.type() + " is no event of the journal");
        }
        if (!event.ticketId().equals(envelope.subject())) {
            throw new PoisonRecord("ticketId is not the record's subject");
        }
        return event;
    }

    private Uni<Void> store(SqlConnection tx, List<Following> moved, List<JournalEvent> told) {
        Instant now = clock.instant();
        List<OpenLoop> loops = moved.stream().map(Following::open).toList();
        loops.forEach(OpenLoop::write);
        List<Alarm> alarms = moved.stream().flatMap(Following::alarms).toList();
        List<Envelope> events = Stream.concat(
                        moved.stream().flatMap(Following::events),
                        alarms.stream().map(alarm -> JournalEvents.envelope(alarm.event(now), now)))
                .toList();
        return Uni.join()
                .all(
                        LoopBatch.store(
                                tx,
                                loops,
                                alarms.stream()
                                        .map(alarm -> AlertRow.of(alarm, now))
                                        .toList()),
                        MergedRows.merged(
                                tx,
                                moved.stream()
                                        .filter(Following::wasMerged)
                                        .map(following -> following.open().ticketId())
                                        .toList()),
                        record(tx, told),
                        outbox.append(tx, events))
                .andFailFast()
                .invoke(() -> {
                    metrics.count(alarms);
                    metrics.countEvents(
                            moved.stream().flatMap(Following::decided).toList());
                })
                .replaceWithVoid();
    }

    private Uni<Void> record(SqlConnection tx, List<JournalEvent> told) {
        return recorders.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(recorders.stream()
                                .map(recorder -> recorder.record(tx, told))
                                .toList())
                        .andFailFast()
                        .replaceWithVoid();
    }

    private record News(JournalEvent event, Envelope envelope, int partition) {}
}
