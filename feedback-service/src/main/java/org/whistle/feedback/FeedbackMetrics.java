package org.whistle.feedback;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.feedback.clock.Alarm;
import org.whistle.feedback.clock.Threshold;

/** Counts since the start of this instance; how far the consumer is behind is told by the Kafka client itself. */
@ApplicationScoped
public class FeedbackMetrics {

    private final Map<Threshold, Counter> thresholds = new EnumMap<>(Threshold.class);
    private final Counter closed;
    private final Counter reopened;

    FeedbackMetrics(MeterRegistry metrics) {
        thresholds.put(Threshold.WARNING, metrics.counter("whistle.clocks.warned"));
        thresholds.put(Threshold.BREACH, metrics.counter("whistle.clocks.breached"));
        thresholds.put(Threshold.SUPERVISION, metrics.counter("whistle.clocks.supervised"));
        thresholds.put(Threshold.CHASING, metrics.counter("whistle.clocks.chased"));
        thresholds.put(Threshold.BULLETIN, metrics.counter("whistle.clocks.publicised"));
        thresholds.put(Threshold.CHECK_IN_MISSED, metrics.counter("whistle.checkins.missed"));
        closed = metrics.counter("whistle.tickets.closed");
        reopened = metrics.counter("whistle.tickets.reopened");
    }

    /** Thresholds were passed. */
    public void count(List<Alarm> alarms) {
        alarms.forEach(alarm -> thresholds.get(alarm.threshold()).increment());
    }

    /** Tickets were closed or reopened. */
    public void countEvents(List<? extends JournalEvent> events) {
        for (JournalEvent event : events) {
            if (event instanceof TicketClosed) {
                closed.increment();
            } else if (event instanceof TicketReopened) {
                reopened.increment();
            }
        }
    }
}
