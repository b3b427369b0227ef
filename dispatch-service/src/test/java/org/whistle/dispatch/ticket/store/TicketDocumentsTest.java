package org.whistle.dispatch.ticket.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.dispatch.ticket.Consultation;
import org.whistle.dispatch.ticket.LegRequest;
import org.whistle.dispatch.ticket.LegState;
import org.whistle.dispatch.ticket.PastLeg;
import org.whistle.dispatch.ticket.Pause;
import org.whistle.dispatch.ticket.Proceedings;
import org.whistle.dispatch.ticket.Ticket;

/** Documents of tickets: those of before are still read, and what is written is read back the same. */
class TicketDocumentsTest {

    private static final UUID ASSIGNMENT = UUID.fromString("0199e5a2-4c1e-7d53-9a3f-0c8be3a2d002");
    private static final Instant AT = Instant.parse("2026-03-02T01:30:00Z");
    private static final Actor STREET = new Actor("dispatcher-009", null);

    /** As the version before requests, consultations and pauses wrote it. */
    private static final String OF_BEFORE = """
            {"state": "dispatched",
             "report": {"ticketId": "0199e5a2-4c1e-7d53-9a3f-0c8be3a2d001", "ticketNo": "370102009-20260302-7K3M9P",
              "matter": "coordination", "type": "C0101", "condition": "a", "urgency": "U0", "text": "井盖断裂。",
              "place": {"district": "370102", "street": "370102009", "community": "370102009001",
                        "grid": "370102009001001"},
              "position": {"longitude": 117.06, "latitude": 36.66}, "photos": [],
              "reporter": {"pseudonym": "0199e5a2-4c1e-7d53-9a3f-0c8be3a2d0ff", "kind": "grid-worker"},
              "outsideOwnGrid": false, "filedBy": "grid-worker-1", "filedAt": "2026-03-02T01:00:00Z"},
             "order": {"round": 2, "type": "C0101", "condition": "a", "urgency": "U0",
              "limit": {"value": 2, "unit": "uh"},
              "why": {"basis": "manual", "policyVersion": "abc", "facts": ["type=C0101"],
                      "decidedBy": {"account": "dispatcher-009"}, "reason": "because"},
              "dispatchedAt": "2026-03-02T01:20:00Z"},
             "legs": [{"state": "open",
              "leg": {"assignmentId": "0199e5a2-4c1e-7d53-9a3f-0c8be3a2d002", "department": "drainage", "role": "lead",
               "accept": {"startedAt": "2026-03-02T01:20:00Z", "warnAt": "2026-03-02T01:32:00Z",
                          "dueAt": "2026-03-02T01:35:00Z", "superviseAt": "2026-03-02T01:42:30Z"},
               "handle": {"startedAt": "2026-03-02T01:20:00Z", "warnAt": "2026-03-02T02:56:00Z",
                          "dueAt": "2026-03-02T03:20:00Z", "superviseAt": "2026-03-02T04:20:00Z"}},
              "acceptedAt": "2026-03-02T01:25:00Z"}],
             "returns": [{"returnId": "0199e5a2-4c1e-7d53-9a3f-0c8be3a2d003",
              "assignmentId": "0199e5a2-4c1e-7d53-9a3f-0c8be3a2d004", "department": "water-supply",
              "reason": "不属于本单位。", "legalBasis": "条例第三条", "photos": [],
              "requestedBy": {"account": "water-1", "department": "water-supply"},
              "requestedAt": "2026-03-02T01:10:00Z",
              "decision": {"approved": true, "reason": "是污水井盖", "by": {"account": "dispatcher-009"},
                           "at": "2026-03-02T01:20:00Z"}}],
             "past": [{"assignmentId": "0199e5a2-4c1e-7d53-9a3f-0c8be3a2d004", "department": "water-supply",
              "round": 1, "fate": "RETURNED",
              "handle": {"startedAt": "2026-03-02T01:00:00Z", "warnAt": "2026-03-02T02:36:00Z",
                         "dueAt": "2026-03-02T03:00:00Z", "superviseAt": "2026-03-02T04:00:00Z"},
              "limit": {"value": 2, "unit": "uh"}, "stoppedAt": "2026-03-02T01:10:00Z"}]}""";

    @Test
    void documentOfBefore_isStillRead() {
        Ticket ticket = TicketDocuments.read(OF_BEFORE);
        assertThat(ticket).isInstanceOf(Ticket.Dispatched.class);
        assertThat(ticket.proceedings()).isEqualTo(Proceedings.NONE);
        assertThat(ticket.past().getFirst().role()).isNull();
        assertThat(ticket.past().getFirst().fate()).isEqualTo(PastLeg.Fate.RETURNED);
        assertThat(ticket.lead().orElseThrow().leg().handle().chaseAt()).isNull();
        assertThat(TicketDocuments.read(TicketDocuments.write(ticket))).isEqualTo(ticket);
    }

    @Test
    void nothingAsked_takesNoRoom() {
        assertThat(TicketDocuments.write(TicketDocuments.read(OF_BEFORE))).contains("\"proceedings\":{}");
    }

    @Test
    void everything_isReadBackAsItWasWritten() {
        Ticket.Dispatched before = (Ticket.Dispatched) TicketDocuments.read(OF_BEFORE);
        LegState.Open open = (LegState.Open) before.legs().getFirst();
        UUID request = UUID.fromString("0199e5a2-4c1e-7d53-9a3f-0c8be3a2d005");
        Proceedings proceedings = new Proceedings(
                List.of(
                        request(request, LegRequest.Kind.SUSPENSION, new LegRequest.Decided(true, "ok", STREET, AT)),
                        request(UUID.randomUUID(), LegRequest.Kind.EXTENSION, null)),
                List.of(new Consultation(
                        UUID.randomUUID(),
                        List.of("water-supply", "drainage"),
                        "归属",
                        "二楼",
                        AT,
                        STREET,
                        AT,
                        new Consultation.Outcome("决定", null, "drainage", List.of(), STREET, AT))),
                List.of(new Pause(ASSIGNMENT, Pause.Cause.SUSPENSION, request, AT, null)));
        Ticket ticket = new Ticket.Dispatched(
                before.report(),
                before.order(),
                List.of(new LegState.Suspended(open.leg(), open.acceptedAt(), request, AT, AT.plusSeconds(3600), null)),
                before.returns(),
                before.past(),
                proceedings);
        assertThat(TicketDocuments.read(TicketDocuments.write(ticket))).isEqualTo(ticket);
        Ticket merged = new Ticket.Merged(
                before.report(), before.order(), request, AT, before.returns(), before.past(), proceedings);
        assertThat(TicketDocuments.read(TicketDocuments.write(merged))).isEqualTo(merged);
    }

    private static LegRequest request(UUID id, LegRequest.Kind kind, LegRequest.Decided decision) {
        return new LegRequest(id, kind, ASSIGNMENT, "drainage", "冬季", AT, List.of(), STREET, STREET, AT, decision);
    }
}
