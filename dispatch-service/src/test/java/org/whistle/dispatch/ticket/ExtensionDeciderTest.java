package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.assignment.AssignmentExtended;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRequestRefused;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.dispatch.ExtensionGranted;
import org.whistle.contracts.dispatch.ExtensionRefused;
import org.whistle.contracts.dispatch.Leg;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.testkit.Journal;

/** Extensions (延期): asked before the limit has passed, one original limit more, so many times; a refusal does not count. */
class ExtensionDeciderTest {

    private final TicketScript script = TicketScript.dispatched();

    @Test
    void request_waitsForTheStreet_andTheClockRunsOn() {
        Clock before = script.lead().leg().handle();
        ExtensionRequested request = ask(30);
        assertThat(script.proceedings().requests()).singleElement().satisfies(asked -> {
            assertThat(asked.pending()).isTrue();
            assertThat(asked.kind()).isEqualTo(LegRequest.Kind.EXTENSION);
            assertThat(asked.endorsedBy()).isEqualTo(TicketScript.MANAGER);
        });
        assertThat(script.lead()).isInstanceOf(LegState.Open.class);
        assertThat(script.lead().leg().handle()).isEqualTo(before);
        assertThat(script.all(ExtensionRefused.class)).isEmpty();
        assertThat(script.proceedings().pauses()).isEmpty();
        assertThat(script.proceedings().pending(request.assignmentId())).isPresent();
    }

    @Test
    void grant_addsOneOriginalLimit_toEveryThreshold() {
        Clock before = script.lead().leg().handle();
        UUID request = ask(30).requestId();
        script.accept(grant(request, 40));
        ExtensionGranted granted = script.last(ExtensionGranted.class);
        Duration two = Duration.ofHours(2);
        assertThat(granted.times()).isEqualTo(1);
        assertThat(granted.handle().startedAt()).isEqualTo(before.startedAt());
        assertThat(granted.handle().warnAt()).isEqualTo(before.warnAt().plus(two));
        assertThat(granted.handle().dueAt()).isEqualTo(before.dueAt().plus(two));
        assertThat(granted.handle().superviseAt())
                .isEqualTo(before.superviseAt().plus(two));
        assertThat(TicketScript.local(granted.handle().dueAt())).isEqualTo("2026-03-02T13:00");
        // Chased eight working hours after a breach at 13:00, in a break: at the end of the next morning.
        assertThat(TicketScript.local(granted.handle().chaseAt())).isEqualTo("2026-03-03T12:00");
        assertThat(TicketScript.local(granted.handle().bulletinAt())).isEqualTo("2026-03-10T12:00");
        assertThat(script.last(AssignmentExtended.class).handle()).isEqualTo(granted.handle());
        assertThat(script.lead().leg().handle()).isEqualTo(granted.handle());
        assertThat(script.proceedings().request(request).orElseThrow().granted())
                .isTrue();
    }

    @Test
    void grant_countsInTheTicketsWorkingTime_overHolidays() {
        TicketScript days = TicketScript.dispatched("C0101", "c", Urgency.U2, TicketScript.at("2026-02-13T15:00"));
        Clock before = days.lead().leg().handle();
        // The 14th is a make-up workday, the New Year holiday follows until the 23rd.
        assertThat(TicketScript.local(before.dueAt())).isEqualTo("2026-02-24T15:00");
        ExtensionRequested request = days.extension(days.lead(), TicketScript.at("2026-02-14T09:00"));
        days.tell(request, TicketScript.at("2026-02-14T09:00"));
        days.accept(new TicketCommand.ApproveRequest(
                request.requestId(), "ok", TicketScript.STREET, TicketScript.at("2026-02-14T10:00")));
        Clock after = days.lead().leg().handle();
        assertThat(TicketScript.local(after.dueAt())).isEqualTo("2026-02-26T15:00");
        assertThat(TicketScript.local(after.chaseAt())).isEqualTo("2026-02-27T15:00");
    }

    @Test
    void request_isRefused_afterTheLimitHasPassed() {
        ask(121);
        refusedBySystem("before the limit has passed");
        assertThat(script.proceedings().requests().getFirst().pending()).isFalse();
        script.refuse(grant(lastRequest(), 122), Refusal.REQUEST_DECIDED);
    }

    @Test
    void request_atTheVeryEndOfTheLimit_isInTime() {
        ask(120);
        assertThat(script.all(ExtensionRefused.class)).isEmpty();
    }

    @Test
    void grant_afterTheLimit_ofARequestBeforeIt_movesTheBreachAway() {
        UUID request = ask(119).requestId();
        script.accept(grant(request, 130));
        assertThat(script.lead().leg().handle().dueAt()).isEqualTo(script.minute(240));
    }

    @Test
    void thirdExtension_isRefused_byTheRule_andTermsSayHowManyAreLeft() {
        assertThat(script.last(AssignmentIssued.class).terms().extensionsLeft()).isEqualTo(2);
        for (int time = 1; time <= 2; time++) {
            script.accept(grant(ask(10L * time).requestId(), 10L * time + 1));
            assertThat(script.last(ExtensionGranted.class).times()).isEqualTo(time);
        }
        ask(40);
        refusedBySystem("No more than 2 extensions");
        script.accept(script.dispatch("water-supply", 50));
        assertThat(script.last(AssignmentIssued.class).terms().extensionsLeft()).isZero();
        ask(60);
        refusedBySystem("No more than 2 extensions");
    }

    @Test
    void extensions_countForEachBody() {
        for (int time = 1; time <= 2; time++) {
            script.accept(grant(ask(10L * time).requestId(), 10L * time + 1));
        }
        script.accept(script.dispatch("drainage", 50));
        assertThat(script.last(AssignmentIssued.class).terms().extensionsLeft()).isEqualTo(2);
        UUID request = ask(60).requestId();
        script.accept(grant(request, 61));
        assertThat(script.last(ExtensionGranted.class).times()).isEqualTo(1);
    }

    @Test
    void refusalByTheStreet_doesNotCount() {
        UUID request = ask(10).requestId();
        script.accept(new TicketCommand.RefuseRequest(request, "no", TicketScript.STREET, script.minute(11)));
        assertThat(script.last(ExtensionRefused.class).decidedBy()).isEqualTo(TicketScript.STREET);
        assertThat(script.last(AssignmentRequestRefused.class).reason()).isEqualTo("no");
        script.accept(grant(ask(20).requestId(), 21));
        script.accept(grant(ask(30).requestId(), 31));
        assertThat(script.last(ExtensionGranted.class).times()).isEqualTo(2);
    }

    @Test
    void request_isRefused_whileAnotherIsPending() {
        ask(10);
        ask(20);
        refusedBySystem("An earlier request is still undecided");
        assertThat(script.proceedings().requests().getFirst().pending()).isTrue();
    }

    @Test
    void request_isRefused_whileAReturnIsUndecided_andAfterTheCompletion() {
        script.tell(script.returning(script.lead(), 10), 10);
        ask(11);
        refusedBySystem("A return is still undecided");
        TicketScript handled = TicketScript.dispatched();
        LegState lead = handled.lead();
        handled.tell(handled.completed(lead, handled.minute(10)), 10);
        handled.tell(handled.extension(lead, handled.minute(11)), 11);
        assertThat(handled.last(ExtensionRefused.class).reason()).contains("confirmed as handled");
    }

    @Test
    void grant_isRefused_whileAReturnIsUndecided() {
        UUID request = ask(10).requestId();
        script.tell(script.returning(script.lead(), 11), 11);
        script.refuse(grant(request, 12), Refusal.RETURN_UNDECIDED);
        script.accept(new TicketCommand.RefuseRequest(request, "no", TicketScript.STREET, script.minute(13)));
    }

    @Test
    void pendingRequest_lapses_withItsPart() {
        UUID first = ask(10).requestId();
        script.accept(script.dispatch("drainage", 11));
        assertThat(script.proceedings().request(first).orElseThrow().pending()).isFalse();
        script.refuse(grant(first, 12), Refusal.REQUEST_DECIDED);
        UUID second = ask(20).requestId();
        script.tell(script.completed(script.lead(), script.minute(21)), 21);
        script.refuse(grant(second, 22), Refusal.REQUEST_DECIDED);
    }

    @Test
    void decision_isRefused_onAnUnknownRequest_andAfterTheEnd() {
        script.refuse(grant(Journal.newId(), 10), Refusal.REQUEST_UNKNOWN);
        UUID request = ask(10).requestId();
        script.tell(script.story.ticketClosed(TicketClosed.Outcome.SOLVED), 20);
        script.refuse(grant(request, 21), Refusal.TICKET_ENDED);
    }

    @Test
    void requestTwiceTold_andOneOfARecalledBody_changeNothing() {
        ExtensionRequested request = ask(10);
        Ticket once = script.ticket();
        script.tell(request, 10);
        assertThat(script.ticket()).isEqualTo(once);
        LegState first = script.lead();
        script.accept(script.dispatch("drainage", 11));
        Ticket before = script.ticket();
        script.tell(script.extension(first, script.minute(12)), 12);
        assertThat(script.ticket()).isEqualTo(before);
        assertThat(script.all(ExtensionRefused.class)).isEmpty();
    }

    @Test
    void requestOfAnUnknownPart_isReported() {
        LegState unknown = new LegState.Open(
                new Leg(
                        Journal.newId(),
                        "gas",
                        LegRole.LEAD,
                        script.lead().leg().accept(),
                        script.lead().leg().handle()),
                null,
                null);
        assertThatThrownBy(() -> script.tell(script.extension(unknown, script.minute(5)), 5))
                .isInstanceOf(UnexpectedEvent.class);
    }

    private ExtensionRequested ask(long minute) {
        ExtensionRequested request = script.extension(script.lead(), script.minute(minute));
        script.tell(request, minute);
        return request;
    }

    private UUID lastRequest() {
        return script.proceedings().requests().getLast().requestId();
    }

    private TicketCommand grant(UUID request, long minute) {
        return new TicketCommand.ApproveRequest(request, "ok", TicketScript.STREET, script.minute(minute));
    }

    private void refusedBySystem(String rule) {
        ExtensionRefused refused = script.last(ExtensionRefused.class);
        assertThat(refused.requestId()).isEqualTo(lastRequest());
        assertThat(refused.decidedBy()).isEqualTo(Actor.SYSTEM);
        assertThat(refused.reason()).contains(rule);
        assertThat(script.last(AssignmentRequestRefused.class).reason()).isEqualTo(refused.reason());
    }
}
