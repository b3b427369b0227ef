package org.whistle.department.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Position;
import org.whistle.contracts.Topics;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.contracts.reply.AnswerOwnership;
import org.whistle.contracts.reply.CheckIn;
import org.whistle.contracts.reply.ReplyCommand;
import org.whistle.contracts.reply.ReplyRejected;
import org.whistle.contracts.reply.RequestExtension;
import org.whistle.contracts.reply.RequestSuspension;
import org.whistle.department.Fixture;
import org.whistle.department.Issues;
import org.whistle.testkit.Story;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** Requests, check-ins and answers of ownership of a department's own system, which stands for handler and manager. */
@QuarkusTest
@WithWhistle(
        service = "department",
        topics = {"whistle.assigned.water-supply", "whistle.reply.water-supply"})
class RequestReplyTest extends Fixture {

    private static final Actor SYSTEM = new Actor("own-system", Story.LEAD);

    private TopicReader rejected;

    @BeforeEach
    void listen() {
        rejected = TopicReader.fromNow(Topics.rejectedReply(Story.LEAD));
    }

    @AfterEach
    void stopListening() {
        rejected.close();
    }

    @Test
    void extension_goesStraightToTheStreet() {
        Story story = taken(Issues.withTerms(now()));
        UUID reply = reply(extension(story));

        ExtensionRequested requested = journal.await(ExtensionRequested.class, story.ticketId());
        assertThat(requested.by()).isEqualTo(SYSTEM);
        assertThat(requested.endorsedBy()).isEqualTo(SYSTEM);
        assertThat(journal.allAbout(story.ticketId()).getLast().headers())
                .containsEntry("ce_causationid", reply.toString());
        read(story.assignmentId()).body("request.state", equalTo("sent"));

        assertThat(ruleOf(reply(extension(story)))).isEqualTo("request-pending");
        topics.publish(Issues.extended(story, requested.requestId()));
        await().untilAsserted(() -> read(story.assignmentId()).body("extensionsLeft", equalTo(1)));
    }

    @Test
    void suspension_isAsked_andItsEndIsChecked() {
        Story story = taken(Issues.withTerms(now()));

        assertThat(ruleOf(reply(suspension(story, story.filedAt().minusSeconds(60)))))
                .isEqualTo("suspension-end-past");
        ReplyRejected tooLong =
                rejection(reply(suspension(story, story.filedAt().plus(Duration.ofDays(366)))));
        assertThat(tooLong.rule()).isEqualTo("suspension-too-long");
        assertThat(tooLong.messageZh()).startsWith("挂账最晚只能到 20");
        assertThat(tooLong.messageEn()).startsWith("A suspension may last until 20");
        reply(suspension(story, Issues.until(story)));
        assertThat(journal.await(SuspensionRequested.class, story.ticketId()).until())
                .isEqualTo(Issues.until(story));
    }

    @Test
    void request_isRefused_beforeAcceptance_andAfterTheLimit() {
        Story story = now();
        issued(story, Issues.withTerms(story));
        assertThat(ruleOf(reply(extension(story)))).isEqualTo("not-accepted-yet");

        Story late = now();
        issued(
                late,
                late.assignment()
                        .issuedAt(late.filedAt().minus(Duration.ofHours(5)))
                        .build());
        reply(late.accept());
        assertThat(ruleOf(reply(extension(late)))).isEqualTo("extension-too-late");
    }

    @Test
    void checkIn_isTaken_orRefusedWithItsDistance() {
        Story story = taken(Issues.whistled(now()));

        ReplyRejected far = rejection(reply(checkIn(story, new Position(117.06, 36.67802))));
        assertThat(far.rule()).isEqualTo("check-in-too-far");
        assertThat(far.messageEn()).contains("2004 metres", "500 metres");
        reply(checkIn(story, Issues.MEETING_POINT));
        assertThat(journal.await(CheckedIn.class, story.ticketId()).metres()).isZero();
        assertThat(ruleOf(reply(checkIn(story, Issues.MEETING_POINT)))).isEqualTo("already-checked-in");
    }

    @Test
    void ownership_isAnswered_andCompletionIsRefused() {
        Story story = now();
        issued(story, Issues.toIdentify(story));

        assertThat(ruleOf(reply(story.complete()))).isEqualTo("ownership-to-answer");
        UUID reply = reply(answer(story));
        OwnershipAnswered answered = journal.await(OwnershipAnswered.class, story.ticketId());
        assertThat(answered.mine()).isTrue();
        assertThat(answered.by()).isEqualTo(SYSTEM);
        assertThat(journal.allAbout(story.ticketId()))
                .extracting(received -> received.type())
                .containsExactly(
                        "whistle.department.assignment-accepted.v1", "whistle.department.ownership-answered.v1");
        assertThat(journal.allAbout(story.ticketId())).allSatisfy(received -> assertThat(received.headers())
                .containsEntry("ce_causationid", reply.toString()));
        read(story.assignmentId()).body("state", equalTo("completed")).body("mine", equalTo(true));

        Story other = taken(Issues.withTerms(now()));
        assertThat(ruleOf(reply(answer(other)))).isEqualTo("not-an-identification");
    }

    /** An assignment the own system has accepted. */
    private Story taken(AssignmentIssued assignment) {
        Story story = new Story(
                assignment.ticketId(),
                assignment.assignmentId(),
                UUID.randomUUID(),
                assignment.department(),
                assignment.issuedAt().minusSeconds(1));
        issued(story, assignment);
        reply(story.accept());
        awaitState(story.assignmentId(), "accepted");
        return story;
    }

    private UUID reply(ReplyCommand command) {
        return topics.reply(Story.LEAD, command);
    }

    private ReplyRejected rejection(UUID reply) {
        return rejected.await("rejection of " + reply, record -> reply.toString()
                        .equals(record.headers().get("ce_causationid")))
                .as(ReplyRejected.class);
    }

    private String ruleOf(UUID reply) {
        return rejection(reply).rule();
    }

    private static RequestExtension extension(Story story) {
        return new RequestExtension(story.ticketId(), story.assignmentId(), "own-system", "管件需\u0000定制。");
    }

    private static RequestSuspension suspension(Story story, Instant until) {
        return new RequestSuspension(story.ticketId(), story.assignmentId(), "own-system", "道路整体改造。", until);
    }

    private static CheckIn checkIn(Story story, Position position) {
        return new CheckIn(story.ticketId(), story.assignmentId(), "own-system", position);
    }

    private static AnswerOwnership answer(Story story) {
        return new AnswerOwnership(story.ticketId(), story.assignmentId(), "own-system", true, "管网图上有本单位管线。");
    }
}
