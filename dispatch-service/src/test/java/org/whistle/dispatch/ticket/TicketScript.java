package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Message;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.dispatch.Districts;
import org.whistle.dispatch.policy.PolicyBook;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.routing.OwnerRegister;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;

/** A ticket that lives through what a test tells it, under the sample district; keeps everything that was published. */
final class TicketScript {

    static final PolicyVersion SAMPLE = PolicyVersion.of(Districts.SAMPLE);
    static final Actor STREET = new Actor("dispatcher-009", null);
    static final Actor MANAGER = new Actor("manager-1", "water-supply");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final TicketLife life = new TicketLife(new OnePolicy(), OwnerRegister.NONE, Journal::newId);
    final Story story;
    final List<Message> told = new ArrayList<>();
    private @Nullable Ticket ticket;

    private TicketScript(Story story) {
        this.story = story;
    }

    /** A cover that is missing: the water supply company, within two hours without a stop. */
    static TicketScript dispatched() {
        return dispatched("C0101", "a", Urgency.U0, Story.FILED_AT);
    }

    static TicketScript dispatched(String type, String condition, Urgency urgency, Instant at) {
        TicketScript script = new TicketScript(Story.begin(at));
        script.begin(script.story.report().classified(type, condition, urgency).build());
        return script;
    }

    /** A report that nobody has classified yet. */
    static TicketScript queued() {
        TicketScript script = new TicketScript(Story.begin());
        script.begin(script.story.report().unclassified().build());
        return script;
    }

    /** Sent by a person to several bodies. */
    static TicketScript joint(String lead, String... cooperating) {
        TicketScript script = queued();
        script.accept(new TicketCommand.Dispatch(
                lead, List.of(cooperating), null, "C0105", "a", "because", STREET, script.minute(1)));
        return script;
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE).toString();
    }

    private void begin(ReportFiled report) {
        follow(life.begin(report, story.filedAt()));
    }

    Ticket ticket() {
        assertThat(ticket).isNotNull();
        return ticket;
    }

    Instant minute(long minute) {
        return story.minute(minute);
    }

    LegState lead() {
        return ticket().lead().orElseThrow();
    }

    LegState leg(String department) {
        return ticket().legs().stream()
                .filter(state -> state.leg().department().equals(department))
                .findFirst()
                .orElseThrow();
    }

    Proceedings proceedings() {
        return ticket().proceedings();
    }

    void tell(JournalEvent fact, Instant at) {
        follow(life.follow(ticket(), fact, at));
    }

    void tell(JournalEvent fact, long minute) {
        tell(fact, minute(minute));
    }

    void accept(TicketCommand command) {
        assertThat(life.command(ticket(), command))
                .isInstanceOfSatisfying(TicketLife.Reply.Done.class, done -> follow(done.step()));
    }

    void refuse(TicketCommand command, Refusal refusal) {
        assertThat(life.command(ticket(), command))
                .isInstanceOfSatisfying(
                        TicketLife.Reply.Refused.class,
                        refused -> assertThat(refused.why().refusal()).isEqualTo(refusal));
    }

    /** The only timer of the ticket is due. */
    void timer() {
        List<TicketTimer> timers = TicketTimers.of(ticket());
        assertThat(timers).hasSize(1);
        follow(life.due(ticket(), timers.getFirst(), timers.getFirst().dueAt()));
    }

    private void follow(TicketLife.Step step) {
        ticket = step.ticket();
        told.addAll(step.messages());
    }

    <T> T last(Class<T> type) {
        return all(type).getLast();
    }

    <T> List<T> all(Class<T> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    ExtensionRequested extension(LegState state, Instant at) {
        return extension(state, Journal.newId(), at);
    }

    ExtensionRequested extension(LegState state, UUID requestId, Instant at) {
        return new ExtensionRequested(
                story.ticketId(),
                state.leg().assignmentId(),
                state.leg().department(),
                requestId,
                "需要等待备件",
                List.of(),
                new Actor("handler-1", state.leg().department()),
                MANAGER,
                at);
    }

    SuspensionRequested suspension(LegState state, Instant until, Instant at) {
        return new SuspensionRequested(
                story.ticketId(),
                state.leg().assignmentId(),
                state.leg().department(),
                Journal.newId(),
                "冬季不能施工",
                until,
                List.of(),
                new Actor("handler-1", state.leg().department()),
                MANAGER,
                at);
    }

    ReturnRequested returning(LegState state, long minute) {
        return new ReturnRequested(
                story.ticketId(),
                state.leg().assignmentId(),
                state.leg().department(),
                Journal.newId(),
                "not ours",
                "law",
                List.of(),
                STREET,
                minute(minute));
    }

    AssignmentCompleted completed(LegState state, Instant at) {
        return new AssignmentCompleted(
                story.ticketId(), state.leg().assignmentId(), state.leg().department(), "done", List.of(), STREET, at);
    }

    TicketCommand dispatch(String lead, long minute) {
        return new TicketCommand.Dispatch(lead, List.of(), null, null, null, "because", STREET, minute(minute));
    }

    TicketCommand approveReturn(@Nullable String lead, long minute) {
        return new TicketCommand.ApproveReturn(
                ticket().returns().getLast().returnId(), "right", lead, List.of(), STREET, minute(minute));
    }

    private static final class OnePolicy implements PolicyBook {

        @Override
        public PolicyVersion current() {
            return SAMPLE;
        }

        @Override
        public PolicyVersion version(String version) {
            assertThat(version).isEqualTo(SAMPLE.version());
            return SAMPLE;
        }
    }
}
