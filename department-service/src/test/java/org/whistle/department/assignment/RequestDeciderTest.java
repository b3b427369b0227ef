package org.whistle.department.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whistle.department.assignment.Lives.HANDLER;
import static org.whistle.department.assignment.Lives.MANAGER;
import static org.whistle.department.assignment.Lives.NO_PHOTOS;
import static org.whistle.department.assignment.Lives.REQUEST;
import static org.whistle.department.assignment.Lives.RULES;
import static org.whistle.department.assignment.Lives.STORY;
import static org.whistle.department.assignment.Lives.after;
import static org.whistle.department.assignment.Lives.at;
import static org.whistle.department.assignment.Lives.in;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whistle.contracts.assignment.RequestTerms;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.department.Issues;
import org.whistle.department.assignment.Assignment.Accepted;
import org.whistle.department.assignment.Assignment.Completed;
import org.whistle.department.assignment.Assignment.ReturnPending;
import org.whistle.department.assignment.Decision.Done;
import org.whistle.department.assignment.Decision.Refused;
import org.whistle.department.assignment.Happening.RequestDeclined;
import org.whistle.department.assignment.Happening.RequestRaised;

/** Extensions and suspensions from the handler over the manager to the street. */
class RequestDeciderTest {

    private static final Instant DUE = STORY.handle().dueAt();

    private final Decider decider = new Decider(RULES);

    /** Every state but the accepted one refuses each of them. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "ISSUED,         NOT_ACCEPTED_YET",
        "RETURN_PENDING, RETURN_PENDING",
        "SUSPENDED,      SUSPENDED",
        "COMPLETED,      ALREADY_COMPLETED",
        "RECALLED,       RECALLED",
        "SETTLED,        SETTLED",
    })
    void request_isRefused_unlessItIsBeingHandled(Stage stage, Refusal rule) {
        assertThat(List.of(
                        Lives.requestExtension(30, "handler"),
                        Lives.requestExtension(30, "manager"),
                        Lives.requestSuspension(30, "handler"),
                        Lives.requestSuspension(30, "manager"),
                        Lives.endorse(30),
                        Lives.decline(30)))
                .allSatisfy(command ->
                        assertThat(ruleOf(decider.decide(in(stage), command))).isEqualTo(rule));
    }

    @Test
    void handlersExtension_waitsForTheManager_andTheJournalHearsNothing() {
        Done done = (Done) decider.decide(in(Stage.ACCEPTED), Lives.requestExtension(30, "handler"));

        Request request = Request.extension(REQUEST, "管件需定制。", NO_PHOTOS, HANDLER, at(30));
        assertThat(done.happenings())
                .containsExactly(
                        new RequestRaised(STORY.ticketId(), STORY.assignmentId(), STORY.department(), request));
        assertThat(done.events()).isEmpty();
        Accepted waiting = (Accepted) after(in(Stage.ACCEPTED), done);
        assertThat(waiting.terms().particulars().request()).isEqualTo(request);
        assertThat(waiting.terms().handle()).as("no clock stops").isEqualTo(STORY.handle());
    }

    @Test
    void endorsement_sendsIt_withBothNames() {
        List<UUID> photos = List.of(UUID.randomUUID());
        Assignment waiting = after(
                in(Stage.ACCEPTED),
                new Command.RequestExtension(REQUEST, "管件需定制。", photos, Set.of("handler"), HANDLER, at(30)));

        Done done = (Done) decider.decide(waiting, Lives.endorse(40));

        assertThat(done.events())
                .containsExactly(new ExtensionRequested(
                        STORY.ticketId(),
                        STORY.assignmentId(),
                        STORY.department(),
                        REQUEST,
                        "管件需定制。",
                        photos,
                        HANDLER,
                        MANAGER,
                        at(40)));
        Request sent = request(after(waiting, done));
        assertThat(sent.askedAt()).isEqualTo(at(30));
        assertThat(sent.endorsedBy()).isEqualTo(MANAGER);
        assertThat(sent.sentAt()).isEqualTo(at(40));
    }

    @Test
    void manager_endorses_byAsking() {
        Command own = new Command.RequestSuspension(
                REQUEST, "道路整体改造。", Issues.until(STORY), NO_PHOTOS, Set.of("handler", "manager"), MANAGER, at(30));

        assertThat(((Done) decider.decide(in(Stage.ACCEPTED), own)).events())
                .containsExactly(new SuspensionRequested(
                        STORY.ticketId(),
                        STORY.assignmentId(),
                        STORY.department(),
                        REQUEST,
                        "道路整体改造。",
                        Issues.until(STORY),
                        NO_PHOTOS,
                        MANAGER,
                        MANAGER,
                        at(30)));
    }

    @Test
    void decline_endsIt_withItsReason_withinTheDepartment() {
        Assignment waiting = after(in(Stage.ACCEPTED), Lives.requestExtension(30, "handler"));

        Done done = (Done) decider.decide(waiting, Lives.decline(40));

        assertThat(done.events()).isEmpty();
        assertThat(done.happenings())
                .containsExactly(new RequestDeclined(
                        STORY.ticketId(),
                        STORY.assignmentId(),
                        STORY.department(),
                        REQUEST,
                        "可调用备件。",
                        MANAGER,
                        at(40)));
        assertThat(after(waiting, done)).isEqualTo(in(Stage.ACCEPTED));
    }

    @Test
    void endorsementAndDecline_areTheManagersAlone() {
        Assignment waiting = after(in(Stage.ACCEPTED), Lives.requestExtension(30, "handler"));

        assertThat(decider.decide(waiting, new Command.Endorse(REQUEST, Set.of("handler"), HANDLER, at(40))))
                .isEqualTo(Decision.refused(Refusal.MANAGER_ONLY));
        assertThat(decider.decide(waiting, new Command.Decline(REQUEST, "r", Set.of("handler"), HANDLER, at(40))))
                .isEqualTo(Decision.refused(Refusal.MANAGER_ONLY));
    }

    @Test
    void endorsement_isRefused_ofAnotherRequest_orOfOneSentBefore() {
        Assignment waiting = after(in(Stage.ACCEPTED), Lives.requestExtension(30, "handler"));
        UUID other = UUID.randomUUID();

        assertThat(decider.decide(waiting, new Command.Endorse(other, Set.of("manager"), MANAGER, at(40))))
                .isEqualTo(Decision.refused(Refusal.NO_SUCH_REQUEST, other));
        assertThat(decider.decide(in(Stage.ACCEPTED), Lives.endorse(40)))
                .isEqualTo(Decision.refused(Refusal.NO_SUCH_REQUEST, REQUEST));
        assertThat(decider.decide(after(waiting, Lives.endorse(40)), Lives.endorse(41)))
                .isEqualTo(Decision.refused(Refusal.ALREADY_ENDORSED, "water-supply-m"));
        assertThat(decider.decide(after(waiting, Lives.endorse(40)), Lives.decline(41)))
                .isEqualTo(Decision.refused(Refusal.ALREADY_ENDORSED, "water-supply-m"));
    }

    @Test
    void secondRequest_isRefused_whileOneWaits() {
        Assignment waiting = after(in(Stage.ACCEPTED), Lives.requestExtension(30, "handler"));

        assertThat(decider.decide(waiting, Lives.requestSuspension(31, "manager")))
                .isEqualTo(Decision.refused(Refusal.REQUEST_WAITING, "water-supply-1"));
        assertThat(decider.decide(after(waiting, Lives.endorse(32)), Lives.requestExtension(33, "handler")))
                .isEqualTo(Decision.refused(Refusal.REQUEST_PENDING));
    }

    @Test
    void extension_isAsked_atTheVeryEndOfTheLimit_andNotAfterIt() {
        assertThat(decider.decide(in(Stage.ACCEPTED), extensionAt(DUE))).isInstanceOf(Done.class);
        assertThat(decider.decide(in(Stage.ACCEPTED), extensionAt(DUE.plusMillis(1))))
                .isEqualTo(Decision.refused(Refusal.EXTENSION_TOO_LATE, "2026-03-02 11:00:01"));
    }

    @Test
    void endorsement_isRefused_afterTheLimit_thoughItWasAskedInTime() {
        Assignment waiting = after(in(Stage.ACCEPTED), Lives.requestExtension(30, "handler"));
        Command late = new Command.Endorse(REQUEST, Set.of("manager"), MANAGER, DUE.plusSeconds(1));

        assertThat(decider.decide(waiting, late))
                .isEqualTo(Decision.refused(Refusal.EXTENSION_TOO_LATE, "2026-03-02 11:00:01"));
    }

    @Test
    void extension_isRefused_whenNoneIsLeft() {
        Assignment none = accepted(new RequestTerms(0, 0, Issues.until(STORY), 500));

        assertThat(decider.decide(none, Lives.requestExtension(30, "manager")))
                .isEqualTo(Decision.refused(Refusal.NO_EXTENSIONS_LEFT));
        assertThat(decider.decide(none, Lives.requestSuspension(30, "manager")))
                .isEqualTo(Decision.refused(Refusal.NO_SUSPENSIONS_LEFT));
    }

    @Test
    void suspension_hasToEnd_inTheFuture_andNotTooLate() {
        Assignment accepted = accepted(new RequestTerms(1, 1, at(600), 500));

        assertThat(decider.decide(accepted, suspensionUntil(at(30))))
                .isEqualTo(Decision.refused(Refusal.SUSPENSION_END_PAST));
        assertThat(decider.decide(accepted, suspensionUntil(Instant.MIN)))
                .isEqualTo(Decision.refused(Refusal.SUSPENSION_END_PAST));
        assertThat(decider.decide(accepted, suspensionUntil(at(600)))).isInstanceOf(Done.class);
        assertThat(decider.decide(accepted, suspensionUntil(at(601))))
                .isEqualTo(Decision.refused(Refusal.SUSPENSION_TOO_LONG, "2026-03-02 19:00:00"));
    }

    @Test
    void suspension_isNotEndorsed_whenItsEndHasPassedMeanwhile() {
        Assignment waiting = after(
                in(Stage.ACCEPTED),
                new Command.RequestSuspension(REQUEST, "r", at(35), NO_PHOTOS, Set.of("handler"), HANDLER, at(30)));

        assertThat(decider.decide(waiting, Lives.endorse(36))).isEqualTo(Decision.refused(Refusal.SUSPENSION_END_PAST));
    }

    @Test
    void assignmentOfBefore_leavesItsTermsToDispatch() {
        Assignment old = after(Receiver.issued(STORY.assignmentIssued()), Lives.accept(8));

        assertThat(decider.decide(old, Lives.requestExtension(30, "manager"))).isInstanceOf(Done.class);
        assertThat(decider.decide(old, suspensionUntil(at(0).plus(Duration.ofDays(700)))))
                .isInstanceOf(Done.class);
        assertThat(ruleOf(decider.decide(old, suspensionUntil(Instant.MAX)))).isEqualTo(Refusal.SUSPENSION_TOO_LONG);
        assertThat(ruleOf(decider.decide(old, extensionAt(DUE.plusSeconds(1))))).isEqualTo(Refusal.EXTENSION_TOO_LATE);
    }

    @Test
    void completion_withdrawsWhatWaits() {
        Assignment waiting = after(in(Stage.ACCEPTED), Lives.requestExtension(30, "handler"));

        Completed completed = (Completed) after(waiting, Lives.complete(40));

        assertThat(completed.terms().particulars().request()).isNull();
        Assignment reworked = after(completed, STORY.reworked());
        assertThat(decider.decide(reworked, Lives.endorse(110)))
                .isEqualTo(Decision.refused(Refusal.NO_SUCH_REQUEST, REQUEST));
    }

    @Test
    void completion_isAllowed_whileTheStreetHasNotAnswered() {
        Assignment sent = after(in(Stage.ACCEPTED), Lives.requestExtension(30, "manager"));

        assertThat(after(sent, Lives.complete(40))).isInstanceOf(Completed.class);
    }

    @Test
    void return_withdrawsWhatWaits_butNotWhatIsAtTheStreet() {
        Assignment waiting = after(in(Stage.ACCEPTED), Lives.requestExtension(10, "handler"));

        assertThat(((Done) decider.decide(waiting, Lives.requestReturn(20))).events())
                .hasOnlyElementsOfType(ReturnRequested.class);
        assertThat(after(waiting, Lives.requestReturn(20)))
                .isInstanceOfSatisfying(ReturnPending.class, pending -> assertThat(
                                pending.terms().particulars().request())
                        .isNull());
        assertThat(decider.decide(after(waiting, Lives.endorse(12)), Lives.requestReturn(20)))
                .isEqualTo(Decision.refused(Refusal.REQUEST_PENDING));
    }

    private static Assignment accepted(RequestTerms terms) {
        return after(Receiver.issued(Issues.with(STORY.assignmentIssued(), null, null, terms)), Lives.accept(8));
    }

    private static Command extensionAt(Instant at) {
        return new Command.RequestExtension(REQUEST, "r", NO_PHOTOS, Set.of("manager"), MANAGER, at);
    }

    private static Command suspensionUntil(Instant until) {
        return new Command.RequestSuspension(REQUEST, "r", until, NO_PHOTOS, Set.of("manager"), MANAGER, at(30));
    }

    private static Request request(Assignment assignment) {
        return ((Accepted) assignment).terms().particulars().request();
    }

    private static Refusal ruleOf(Decision decision) {
        return ((Refused) decision).rule();
    }
}
