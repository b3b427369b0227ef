package org.whistle.intake.fate.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.whistle.chassis.inbox.BatchHandler;
import org.whistle.chassis.inbox.Delivered;
import org.whistle.chassis.inbox.PoisonRecord;
import org.whistle.chassis.web.TicketLog;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.dispatch.DispatchEvent;
import org.whistle.contracts.feedback.ClockBreached;
import org.whistle.contracts.feedback.ClockWarned;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.contracts.feedback.SupervisionOrdered;
import org.whistle.contracts.intake.AlarmAcknowledged;
import org.whistle.contracts.intake.DeliberationHeld;
import org.whistle.contracts.intake.MarkedSafe;
import org.whistle.contracts.intake.MatterAnswered;
import org.whistle.contracts.intake.MatterPassedUp;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;
import org.whistle.intake.fate.Evolution;
import org.whistle.intake.fate.Evolve;
import org.whistle.intake.fate.Happening;
import org.whistle.intake.fate.store.FateStore;
import org.whistle.intake.fate.store.FateStore.Kept;
import org.whistle.intake.fate.store.FateStore.Line;

/** Applies what the other services say of tickets that were filed here. */
@ApplicationScoped
class FateHandler implements BatchHandler {

    private static final Logger LOG = Logger.getLogger(FateHandler.class);

    /** Told to the staff, not to the reporter. */
    private static final Set<Class<?>> CLOCKS =
            Set.of(ClockWarned.class, ClockBreached.class, SupervisionOrdered.class);

    /** This service's own, after the report: rare, and shown where the journal has them. */
    private static final Set<Class<?>> OWN = Set.of(
            MatterAnswered.class,
            MatterPassedUp.class,
            DeliberationHeld.class,
            AlarmAcknowledged.class,
            MarkedSafe.class,
            TicketMerged.class,
            TicketUnmerged.class);

    private static final Set<String> FOLLOWED = EventTypes.all().values().stream()
            .filter(type -> isFollowed(type.record()))
            .map(EventTypes.EventType::name)
            .collect(Collectors.toUnmodifiableSet());

    private final FateStore store;
    private final Clock clock;
    private final Counter strays;

    FateHandler(FateStore store, Clock clock, MeterRegistry metrics) {
        this.store = store;
        this.clock = clock;
        this.strays = metrics.counter("whistle.intake.fate.strays");
    }

    @Override
    public boolean consumes(String topic) {
        return Topics.JOURNAL.equals(topic);
    }

    @Override
    public Interest interestIn(String type) {
        if (FOLLOWED.contains(type)) {
            return Interest.APPLY;
        }
        return EventTypes.recordOf(type).isPresent() ? Interest.PASS : Interest.UNKNOWN;
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivered> fresh) {
        Map<Delivered, JournalEvent> events = new LinkedHashMap<>();
        Set<UUID> tickets = new LinkedHashSet<>();
        for (Delivered delivered : fresh) {
            JournalEvent event = read(delivered);
            events.put(delivered, event);
            tickets.add(event.ticketId());
        }
        return store.load(tx, tickets).chain(known -> {
            Map<UUID, Kept> changed = new LinkedHashMap<>();
            List<Line> lines = new ArrayList<>();
            events.forEach((delivered, event) -> follow(delivered, event, known, changed, lines));
            return Uni.join()
                    .all(store.save(tx, List.copyOf(changed.values()), clock.instant()), store.note(tx, lines))
                    .andFailFast()
                    .replaceWithVoid();
        });
    }

    private void follow(
            Delivered delivered, JournalEvent event, Map<UUID, Kept> known, Map<UUID, Kept> changed, List<Line> lines) {
        UUID ticket = event.ticketId();
        Kept kept = known.get(ticket);
        if (kept == null) {
            stray(delivered, "no such ticket was filed here");
            return;
        }
        switch (Evolve.evolve(kept.fate(), event)) {
            case Evolution.Moved(var next) -> {
                Kept moved = kept.with(next);
                known.put(ticket, moved);
                changed.put(ticket, moved);
                line(delivered, event, lines);
            }
            case Evolution.Counted(var next) -> {
                Kept counted = kept.with(next);
                known.put(ticket, counted);
                changed.put(ticket, counted);
            }
            case Evolution.Noted ignored -> line(delivered, event, lines);
            case Evolution.Repeated ignored ->
                LOG.debugf("%s of ticket %s was known", delivered.envelope().type(), ticket);
            case Evolution.Passed ignored -> {}
            case Evolution.Stray(String reason) -> stray(delivered, reason);
        }
    }

    private void stray(Delivered delivered, String reason) {
        strays.increment();
        try (var ignored = TicketLog.of(delivered.envelope().subject())) {
            LOG.warnf(
                    "%s at %s@%s changes nothing: %s",
                    delivered.envelope().type(), delivered.partition(), delivered.offset(), reason);
        }
    }

    private static void line(Delivered delivered, JournalEvent event, List<Line> lines) {
        Happening.of(event)
                .ifPresent(happening -> lines.add(new Line(
                        event.ticketId(),
                        delivered.offset(),
                        delivered.envelope().id(),
                        happening)));
    }

    private static JournalEvent read(Delivered delivered) {
        var envelope = delivered.envelope();
        if (!(WireFormat.read(envelope.type(), envelope.data()) instanceof JournalEvent event)) {
            throw new PoisonRecord(envelope.type() + " does not belong on the journal");
        }
        if (!event.ticketId().equals(envelope.subject())) {
            throw new PoisonRecord("the body names ticket " + event.ticketId() + ", the key " + envelope.subject());
        }
        return event;
    }

    private static boolean isFollowed(Class<?> record) {
        return !CLOCKS.contains(record)
                && (OWN.contains(record)
                        || DispatchEvent.class.isAssignableFrom(record)
                        || DepartmentEvent.class.isAssignableFrom(record)
                        || FeedbackEvent.class.isAssignableFrom(record));
    }
}
