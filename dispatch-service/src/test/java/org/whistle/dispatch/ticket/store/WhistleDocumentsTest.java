package org.whistle.dispatch.ticket.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Position;
import org.whistle.contracts.dispatch.Leg;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.dispatch.ticket.LegNotes;
import org.whistle.dispatch.ticket.LegState;
import org.whistle.dispatch.ticket.Order;
import org.whistle.dispatch.ticket.PastLeg;
import org.whistle.dispatch.ticket.Ticket;

/** Tickets stored before there were whistles are still read, and what a whistle adds is read back the same. */
class WhistleDocumentsTest {

    /** As the version before whistles wrote it. */
    private static final String OF_BEFORE = """
            {"state":"dispatched","report":{"ticketId":"019ab8a4-6f00-7c11-9d55-0c8be3a2d001",
            "ticketNo":"370102009-20260302-7K3M9P","matter":"coordination","type":"C0101","condition":"a","urgency":"U0",
            "text":"井盖断裂","place":{"district":"370102","street":"370102009","community":"370102009001",
            "grid":"370102009001001"},"position":{"longitude":117.06,"latitude":36.66},"photos":[],
            "reporter":{"pseudonym":"9d0c4a52-6f0e-4b57-8f3e-2b1f0c7a5d11","kind":"grid-worker"},"filedBy":"grid-1",
            "outsideOwnGrid":false,"alarmed":[],"filedAt":"2026-03-02T01:00:00Z"},
            "order":{"round":2,"type":"C0101","condition":"a","urgency":"U0","limit":{"value":2,"unit":"uh"},
            "why":{"basis":"manual","policyVersion":"708004ff6dac","facts":["type=C0101"],
            "decidedBy":{"account":"dispatcher-009"},"reason":"because"},"dispatchedAt":"2026-03-02T01:10:00Z"},
            "legs":[{"state":"completed","leg":{"assignmentId":"019ab8a4-6f00-7c11-9d55-0c8be3a2d002",
            "department":"drainage","role":"lead","accept":{"startedAt":"2026-03-02T01:10:00Z",
            "warnAt":"2026-03-02T01:22:00Z","dueAt":"2026-03-02T01:25:00Z","superviseAt":"2026-03-02T01:32:30Z"},
            "handle":{"startedAt":"2026-03-02T01:10:00Z","warnAt":"2026-03-02T02:46:00Z",
            "dueAt":"2026-03-02T03:10:00Z","superviseAt":"2026-03-02T04:10:00Z"}},
            "acceptedAt":"2026-03-02T01:12:00Z","completedAt":"2026-03-02T02:00:00Z"}],"returns":[],
            "past":[{"assignmentId":"019ab8a4-6f00-7c11-9d55-0c8be3a2d003","department":"water-supply","round":1,
            "fate":"RECALLED","handle":{"startedAt":"2026-03-02T01:00:00Z","warnAt":"2026-03-02T02:36:00Z",
            "dueAt":"2026-03-02T03:00:00Z","superviseAt":"2026-03-02T04:00:00Z"},"limit":{"value":2,"unit":"uh"},
            "stoppedAt":"2026-03-02T01:10:00Z"}]}""";

    private static final Instant AT = Instant.parse("2026-03-02T01:30:00Z");

    @Test
    void documentOfBefore_hasNoWhistle_andNothingNoted() {
        Ticket ticket = TicketDocuments.read(OF_BEFORE);
        assertThat(ticket.lastOrder().orElseThrow().whistle()).isNull();
        assertThat(ticket.legs().getFirst().leg().task()).isNull();
        assertThat(ticket.legs().getFirst().noted()).isEqualTo(LegNotes.NONE);
        assertThat(ticket.past().getFirst().noted()).isEqualTo(LegNotes.NONE);
        assertThat(ticket.past().getFirst().task()).isNull();
        assertThat(ticket.handled()).isTrue();
    }

    @Test
    void documentWithoutAWhistle_isNoLargerForIt() {
        assertThat(TicketDocuments.write(TicketDocuments.read(OF_BEFORE)))
                .doesNotContain("whistle", "notes", "task", "handled");
    }

    @Test
    void everythingAWhistleAdds_isReadBackTheSame() {
        Ticket.Dispatched before = (Ticket.Dispatched) TicketDocuments.read(OF_BEFORE);
        LegNotes notes = new LegNotes(
                new LegNotes.CheckIn(AT, new Position(117.06, 36.66), 35),
                new LegNotes.Result("not ours", false),
                new LegNotes.Rating(Satisfaction.FAIR, "slow", new Actor("dispatcher-009", null), AT));
        Clock clock = before.legs().getFirst().leg().handle();
        Leg leg = new Leg(UUID.randomUUID(), "gas", LegRole.LEAD, clock, clock, LegTask.IDENTIFY);
        Order order = before.order();
        Whistle whistle = new Whistle(
                UUID.randomUUID(), Whistle.Kind.EMERGENCY, "subject", "venue", new Position(117, 36), AT, AT);
        Ticket ticket = new Ticket.Dispatched(
                before.report(),
                new Order(
                        order.round(),
                        order.type(),
                        order.condition(),
                        order.urgency(),
                        order.limit(),
                        order.why(),
                        order.dispatchedAt(),
                        whistle),
                List.of(
                        new LegState.Open(leg, AT, notes),
                        new LegState.Paused(leg, null, UUID.randomUUID(), AT, notes),
                        new LegState.Suspended(leg, null, UUID.randomUUID(), AT, AT, notes),
                        new LegState.Completed(leg, AT, AT, notes)),
                before.returns(),
                List.of(new PastLeg(
                        leg.assignmentId(),
                        "gas",
                        LegRole.LEAD,
                        1,
                        PastLeg.Fate.COMPLETED,
                        clock,
                        order.limit(),
                        AT,
                        AT,
                        LegTask.MAKE_SAFE,
                        notes)),
                before.proceedings());
        assertThat(TicketDocuments.read(TicketDocuments.write(ticket))).isEqualTo(ticket);
    }
}
