package org.whistle.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.whistle.contracts.Actor;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;

/** What tests share in which departments ask for extensions and suspensions. */
abstract class AskingTest extends ServiceTest {

    /** Asks for an extension, endorsed by the department's manager. */
    UUID askExtension(AssignmentIssued assignment, Instant at) {
        UUID request = Journal.newId();
        journal.publish(new ExtensionRequested(
                assignment.ticketId(),
                assignment.assignmentId(),
                assignment.department(),
                request,
                "需要等待备件。",
                List.of(),
                new Actor("handler-1", assignment.department()),
                new Actor("manager-1", assignment.department()),
                at));
        return request;
    }

    /** Asks for a suspension, endorsed by the department's manager. */
    UUID askSuspension(AssignmentIssued assignment, Instant until, Instant at) {
        UUID request = Journal.newId();
        journal.publish(new SuspensionRequested(
                assignment.ticketId(),
                assignment.assignmentId(),
                assignment.department(),
                request,
                "冬季不能施工。",
                until,
                List.of(),
                new Actor("handler-1", assignment.department()),
                new Actor("manager-1", assignment.department()),
                at));
        return request;
    }

    /** Waits until a request is pending, granted or refused, and answers the ticket's version. */
    long awaitRequest(UUID ticket, UUID request, String state) {
        Database database = Database.of("dispatch");
        Awaitility.await("request " + state)
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.rows("""
                                select case when r.value -> 'decision' is null then 'pending'
                                            when (r.value -> 'decision' ->> 'granted')::boolean then 'granted'
                                            else 'refused' end as state
                                from ticket, jsonb_array_elements(document #> '{proceedings,requests}') as r
                                where id = ? and r.value ->> 'requestId' = ?""", ticket, request.toString()).stream()
                        .anyMatch(row -> state.equals(row.get("state"))));
        return version(ticket);
    }
}
