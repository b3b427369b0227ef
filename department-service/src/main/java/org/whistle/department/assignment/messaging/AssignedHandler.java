package org.whistle.department.assignment.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.inbox.BatchHandler;
import org.whistle.chassis.inbox.Delivered;
import org.whistle.chassis.inbox.PoisonRecord;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.department.assignment.Receiver;
import org.whistle.department.assignment.Reception.Changed;
import org.whistle.department.assignment.Reception.Impossible;
import org.whistle.department.assignment.Reception.Known;
import org.whistle.department.assignment.store.AssignmentBatch;
import org.whistle.department.assignment.store.AssignmentBatch.Issue;
import org.whistle.department.assignment.store.OpenAssignments;

/**
 * Applies what dispatch tells the departments. New assignments, the many, are one insert; whatever else a batch holds
 * is one select, one update and one insert of history. A message that cannot be is poison.
 */
@ApplicationScoped
class AssignedHandler implements BatchHandler {

    private static final Logger LOG = Logger.getLogger(AssignedHandler.class);

    private final AssignmentBatch assignments;

    AssignedHandler(AssignmentBatch assignments) {
        this.assignments = assignments;
    }

    @Override
    public boolean consumes(String topic) {
        return topic.startsWith(Topics.ASSIGNED_PREFIX);
    }

    @Override
    public Interest interestIn(String type) {
        return EventTypes.recordOf(type)
                        .filter(AssignmentMessage.class::isAssignableFrom)
                        .isPresent()
                ? Interest.APPLY
                : Interest.UNKNOWN;
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivered> fresh) {
        List<Issue> issues = new ArrayList<>();
        List<AssignmentMessage> messages = new ArrayList<>(fresh.size());
        for (Delivered delivered : fresh) {
            AssignmentMessage message = read(delivered.envelope());
            messages.add(message);
            if (message instanceof AssignmentIssued issued) {
                issues.add(new Issue(issued, new String(delivered.envelope().data(), StandardCharsets.UTF_8)));
            }
        }
        return assignments.issue(tx, issues).chain(inserted -> later(tx, messages, inserted));
    }

    /** Everything but the issues just inserted; one told before is compared with what is there. */
    private Uni<Void> later(SqlConnection tx, List<AssignmentMessage> messages, Set<UUID> inserted) {
        List<AssignmentMessage> rest = messages.stream()
                .filter(message -> !(message instanceof AssignmentIssued) || !inserted.remove(message.assignmentId()))
                .toList();
        if (rest.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<UUID> ids = rest.stream().map(AssignmentMessage::assignmentId).toList();
        return assignments.open(tx, ids).chain(open -> {
            rest.forEach(message -> receive(open, message));
            return assignments.close(tx, open);
        });
    }

    private static void receive(OpenAssignments open, AssignmentMessage message) {
        switch (Receiver.receive(open.find(message.assignmentId()), message)) {
            case Changed changed -> open.take(changed.assignment(), message);
            case Known known ->
                LOG.debugf(
                        "%s of assignment %s was known before",
                        message.getClass().getSimpleName(), message.assignmentId());
            case Impossible impossible -> throw new PoisonRecord(impossible.reason());
        }
    }

    private static AssignmentMessage read(Envelope envelope) {
        AssignmentMessage message = (AssignmentMessage) WireFormat.read(envelope.type(), envelope.data());
        if (!message.ticketId().equals(envelope.subject())) {
            throw new PoisonRecord("the subject is not the message's ticket");
        }
        if (!envelope.topic().equals(Topics.ASSIGNED_PREFIX + message.department())) {
            throw new PoisonRecord("department " + message.department() + " does not belong on this topic");
        }
        return message;
    }
}
