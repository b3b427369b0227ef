package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Message;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.dispatch.Districts;
import org.whistle.dispatch.policy.PolicyBook;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.routing.OwnerRegister;
import org.whistle.district.District;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;

/** One ticket's life in a test: what is told and commanded, and the messages that follow. */
final class Scene {

    static final Actor BY = new Actor("dispatcher-009", null);

    final Story story = Story.begin();
    private final TicketLife life;
    private final List<Message> told = new ArrayList<>();
    private @Nullable Ticket ticket;

    Scene() {
        this(Districts.SAMPLE);
    }

    Scene(District district) {
        this(district, OwnerRegister.NONE);
    }

    Scene(District district, OwnerRegister owners) {
        life = new TicketLife(new OnePolicy(PolicyVersion.of(district)), owners, Journal::newId);
    }

    Scene reported() {
        return begin(story.reportFiled());
    }

    Scene queued() {
        return begin(story.report().unclassified().build());
    }

    Scene begin(ReportFiled report) {
        return keep(life.begin(report, story.filedAt()));
    }

    void tell(JournalEvent fact, long minute) {
        keep(life.follow(ticket(), fact, story.minute(minute)));
    }

    void accept(TicketCommand command) {
        assertThat(life.command(ticket(), command))
                .isInstanceOfSatisfying(TicketLife.Reply.Done.class, done -> keep(done.step()));
    }

    void refuse(TicketCommand command, Refusal refusal) {
        assertThat(life.command(ticket(), command))
                .isInstanceOfSatisfying(
                        TicketLife.Reply.Refused.class,
                        refused -> assertThat(refused.why().refusal()).isEqualTo(refusal));
    }

    Scene keep(TicketLife.Step step) {
        ticket = step.ticket();
        told.addAll(step.messages());
        return this;
    }

    void backTo(Ticket earlier) {
        ticket = earlier;
    }

    TicketLife life() {
        return life;
    }

    Ticket ticket() {
        assertThat(ticket).isNotNull();
        return ticket;
    }

    /** The present part of a body. */
    LegState leg(String department) {
        return ticket().legs().stream()
                .filter(state -> state.leg().department().equals(department))
                .findFirst()
                .orElseThrow();
    }

    UUID id(String department) {
        return leg(department).leg().assignmentId();
    }

    <T> T last(Class<T> type) {
        return all(type).getLast();
    }

    <T> List<T> all(Class<T> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    int count() {
        return told.size();
    }

    // ---- facts about the present part of a body

    AssignmentAccepted accepted(String department, long minute) {
        return new AssignmentAccepted(story.ticketId(), id(department), department, BY, story.minute(minute));
    }

    CheckedIn checkedIn(String department, int metres, long minute) {
        return checkedIn(id(department), department, metres, minute);
    }

    CheckedIn checkedIn(UUID assignment, String department, int metres, long minute) {
        return new CheckedIn(
                story.ticketId(), assignment, department, Story.POSITION, metres, BY, story.minute(minute));
    }

    AssignmentCompleted completed(String department, long minute) {
        return new AssignmentCompleted(
                story.ticketId(),
                id(department),
                department,
                "done by " + department,
                List.of(),
                BY,
                story.minute(minute));
    }

    OwnershipAnswered answered(String department, boolean mine, long minute) {
        return answered(id(department), department, mine, minute);
    }

    OwnershipAnswered answered(UUID assignment, String department, boolean mine, long minute) {
        return new OwnershipAnswered(
                story.ticketId(), assignment, department, mine, "looked at our plans", BY, story.minute(minute));
    }

    ReturnRequested returned(String department, long minute) {
        return new ReturnRequested(
                story.ticketId(),
                id(department),
                department,
                Journal.newId(),
                "not ours",
                "law",
                List.of(),
                BY,
                story.minute(minute));
    }

    TicketCommand approve(@Nullable String lead, long minute) {
        UUID pending = ticket().returns().stream()
                .filter(ReturnCase::pending)
                .findFirst()
                .orElseThrow()
                .returnId();
        return new TicketCommand.ApproveReturn(pending, "right", lead, List.of(), BY, story.minute(minute));
    }

    ReworkOrdered rework(String department, long minute) {
        return new ReworkOrdered(
                story.ticketId(), id(department), "not fixed", Story.POSITION, List.of(), BY, story.minute(minute));
    }

    private record OnePolicy(PolicyVersion only) implements PolicyBook {

        @Override
        public PolicyVersion current() {
            return only;
        }

        @Override
        public PolicyVersion version(String version) {
            assertThat(version).isEqualTo(only.version());
            return only;
        }
    }
}
