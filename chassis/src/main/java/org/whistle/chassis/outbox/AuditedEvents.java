package org.whistle.chassis.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.event.Envelope;

/** The audit entries of events: one for each that a person decided. */
final class AuditedEvents {

    /** {@code whistle.dispatch.return-approved.v1}: the action is what stands before the version. */
    private static final Pattern TYPE = Pattern.compile("(?:.*\\.)?([^.]+)\\.v[0-9]+");

    /** The one topic whose records are not about tickets. */
    private static final String COMMUNITY = "whistle.community";

    private AuditedEvents() {}

    static List<AuditEntry> of(List<Envelope> events) {
        return events.stream()
                .filter(event -> event.author() != null)
                .map(AuditedEvents::entry)
                .toList();
    }

    private static AuditEntry entry(Envelope event) {
        return new AuditEntry(
                event.time(),
                event.author().account(),
                event.author().department(),
                action(event.type()),
                subjectType(event.topic()),
                event.subject().toString(),
                "{\"event\":\"" + event.id() + "\",\"body\":" + new String(event.data(), StandardCharsets.UTF_8) + "}");
    }

    /** A ticket's events stand on many topics; what has a topic of its own is called by that. */
    private static String subjectType(String topic) {
        return topic.equals(COMMUNITY) ? "community" : "ticket";
    }

    private static String action(String type) {
        Matcher known = TYPE.matcher(type);
        return known.matches() ? known.group(1) : type;
    }
}
