package org.whistle.department.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.assignment.AssignmentRecalled.Cause;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.reply.AcceptAssignment;
import org.whistle.contracts.reply.ReplyRejected;
import org.whistle.department.Fixture;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Received;
import org.whistle.testkit.Story;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(
        service = "department",
        topics = {"whistle.assigned.water-supply", "whistle.reply.water-supply"})
class ReplyTest extends Fixture {

    private static final String REPLIES = Topics.reply(Story.LEAD);

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
    void replies_haveTheSameResults_asTheDesk() {
        Story story = issued();
        UUID accept = topics.reply(Story.LEAD, story.accept());
        topics.reply(Story.LEAD, story.noteProgress());
        topics.reply(Story.LEAD, story.complete());

        AssignmentAccepted accepted = journal.await(AssignmentAccepted.class, story.ticketId());
        assertThat(accepted.by()).isEqualTo(new Actor("own-system", Story.LEAD));
        assertThat(journal.await(ProgressNoted.class, story.ticketId()).note())
                .isEqualTo(story.noteProgress().note());
        assertThat(journal.await(AssignmentCompleted.class, story.ticketId()).result())
                .isEqualTo(story.complete().result());
        assertThat(journal.allAbout(story.ticketId()).getFirst().headers())
                .containsEntry("ce_causationid", accept.toString());
        read(story.assignmentId())
                .body("state", equalTo("completed"))
                .body("handler", equalTo("own-system"))
                .body("history.version", contains(1, 2, 3));
        assertThat(rejected.allAbout(story.ticketId())).isEmpty();
    }

    @Test
    void return_isAsked_overTheTopic() {
        Story story = issued();
        topics.reply(Story.LEAD, story.requestReturn());

        ReturnRequested requested = journal.await(ReturnRequested.class, story.ticketId());
        assertThat(requested.legalBasis()).isEqualTo(story.requestReturn().legalBasis());
        awaitState(story.assignmentId(), "return-pending");
    }

    @Test
    void sameReply_isTakenOnce_andTheSameWishAgainIsRefused() {
        Story story = issued();
        UUID first = topics.reply(Story.LEAD, story.accept());
        topics.publish(REPLIES, first, story.accept());
        UUID again = topics.reply(Story.LEAD, story.accept());

        Received refusal = awaitRejection(again);
        assertThat(refusal.as(ReplyRejected.class).rule()).isEqualTo("already-accepted");
        assertThat(refusal.key()).isEqualTo(story.ticketId().toString());
        assertThat(rejected.allAbout(story.ticketId())).hasSize(1);
        journal.await(AssignmentAccepted.class, story.ticketId());
        assertThat(journal.allAbout(story.ticketId())).hasSize(1);
    }

    @Test
    void lateReturn_isRefused_inBothLanguages() {
        Story story = now();
        issued(
                story,
                story.assignment()
                        .issuedAt(story.filedAt().minusSeconds(5))
                        .returns(Duration.ZERO, 1)
                        .build());

        ReplyRejected refusal =
                awaitRejection(topics.reply(Story.LEAD, story.requestReturn())).as(ReplyRejected.class);
        assertThat(refusal.rule()).isEqualTo("return-too-late");
        assertThat(refusal.messageZh()).startsWith("退单应在 20");
        assertThat(refusal.messageEn()).startsWith("A return had to be asked for until 20");
        assertThat(refusal.original()).contains(story.requestReturn().legalBasis());
    }

    @Test
    void replyAfterTheRecall_isRefused() {
        Story story = issued();
        topics.publish(story.recalled(Cause.RE_DISPATCHED));
        awaitState(story.assignmentId(), "recalled");

        assertThat(ruleOf(topics.reply(Story.LEAD, story.accept()))).isEqualTo("recalled");
    }

    @Test
    void foreignAssignment_isUnknown_andStaysAsItWas() {
        Story others = now().ledBy("gas");
        issued(others, others.assignmentIssued());
        Story story = issued();

        AcceptAssignment otherTicket = new AcceptAssignment(Journal.newId(), story.assignmentId(), "own-system");
        List<UUID> replies = List.of(
                topics.reply(Story.LEAD, others.accept()),
                topics.reply(Story.LEAD, otherTicket),
                topics.reply(Story.LEAD, now().accept()));
        assertThat(replies).extracting(this::ruleOf).containsOnly("unknown-assignment");
        read(others.assignmentId()).body("state", equalTo("issued"));
        read(story.assignmentId()).body("state", equalTo("issued"));
    }

    @Test
    void repliesFasterThanTheirAssignment_waitForIt_inTheirOrder() {
        Story story = now();
        topics.reply(Story.LEAD, story.accept());
        topics.reply(Story.LEAD, story.complete());
        Database database = Database.of("department");
        await().untilAsserted(() -> assertThat(database.number(
                        "select count(*) from early_reply where assignment_id = ?", story.assignmentId()))
                .isEqualTo(2));

        topics.publish(story.assignmentIssued());
        awaitState(story.assignmentId(), "completed");
        assertThat(database.number("select count(*) from early_reply where assignment_id = ?", story.assignmentId()))
                .isZero();
    }

    @Test
    void unreadableReplies_comeBack_andTheRestFlowsOn() {
        Story story = issued();
        long lettersBefore = deadLetters();
        topics.publishGarbage(REPLIES, "no key at all", new byte[] {0, -1, 7});
        topics.publishGarbage(REPLIES, null, null);
        UUID broken = topics.publishBroken(REPLIES, "whistle.reply.accept.v1", story.ticketId(), "{\"ticketId\": 5}");
        UUID unknown = topics.publishBroken(REPLIES, "whistle.reply.dance.v1", story.ticketId(), "{}");
        UUID journalType =
                topics.publishBroken(REPLIES, "whistle.department.assignment-accepted.v1", story.ticketId(), "{}");
        UUID wrongKey = Journal.newId();
        topics.publishRaw(
                REPLIES,
                "not-the-subject",
                Journal.headers(wrongKey, story.accept()),
                WireFormat.write(story.accept()));
        UUID wrongSubject = Journal.newId();
        topics.publishRaw(
                REPLIES,
                wrongSubject.toString(),
                withSubject(Journal.headers(wrongSubject, story.accept()), wrongSubject),
                WireFormat.write(story.accept()));
        UUID nul = Journal.newId();
        topics.publish(REPLIES, nul, new AcceptAssignment(story.ticketId(), story.assignmentId(), "own\0system"));
        topics.reply(Story.LEAD, story.accept());

        journal.await(AssignmentAccepted.class, story.ticketId());
        assertThat(List.of(broken, nul, wrongKey).stream().map(this::ruleOf)).containsOnly("unreadable-reply");
        assertThat(List.of(unknown, journalType).stream().map(this::ruleOf)).containsOnly("unknown-reply-type");
        assertThat(ruleOf(wrongSubject)).isEqualTo("wrong-key");
        rejected.awaitAll(
                "rejections without an id",
                2,
                record -> !record.headers().containsKey("ce_causationid")
                        && record.as(ReplyRejected.class).rule().equals("unreadable-reply"));
        assertThat(deadLetters()).isEqualTo(lettersBefore);
    }

    private Received awaitRejection(UUID reply) {
        return rejected.await("rejection of " + reply, record -> reply.toString()
                .equals(record.headers().get("ce_causationid")));
    }

    private String ruleOf(UUID reply) {
        return awaitRejection(reply).as(ReplyRejected.class).rule();
    }

    private static long deadLetters() {
        return Database.of("department").number("select count(*) from dead_letter where topic = ?", REPLIES);
    }

    private static Map<String, String> withSubject(Map<String, String> headers, UUID subject) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put("ce_subject", subject.toString());
        return changed;
    }
}
