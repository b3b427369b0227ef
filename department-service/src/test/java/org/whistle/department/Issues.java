package org.whistle.department;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Position;
import org.whistle.contracts.assignment.AssignmentExtended;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRequestRefused;
import org.whistle.contracts.assignment.AssignmentResumed;
import org.whistle.contracts.assignment.AssignmentSuspended;
import org.whistle.contracts.assignment.RequestTerms;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.testkit.Clocks;
import org.whistle.testkit.Story;

/** What dispatch tells of requests and whistles in a story. */
public final class Issues {

    /** Where the whistle of the tests calls to. */
    public static final Position MEETING_POINT = Story.POSITION;

    private Issues() {}

    /** Two extensions and one suspension of at most a year, check-ins within 500 m. */
    public static RequestTerms terms(Story story) {
        return new RequestTerms(2, 1, story.filedAt().plus(Duration.ofDays(365)), 500);
    }

    /** An assignment that names terms. */
    public static AssignmentIssued withTerms(Story story) {
        return with(story.assignmentIssued(), null, null, terms(story));
    }

    /** An assignment an emergency whistle calls for. */
    public static AssignmentIssued whistled(Story story) {
        return with(story.assignmentIssued(), null, whistle(story), terms(story));
    }

    /** An assignment that asks whose the asset is. */
    public static AssignmentIssued toIdentify(Story story) {
        return with(story.assignmentIssued(), LegTask.IDENTIFY, null, terms(story));
    }

    /** The whistle of {@link #whistled}. */
    public static Whistle whistle(Story story) {
        return new Whistle(
                UUID.nameUUIDFromBytes(story.ticketId().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Whistle.Kind.EMERGENCY,
                "井盖缺失，请到场围护",
                "甸新东路与文化东路路口",
                MEETING_POINT,
                story.minute(10),
                story.minute(40));
    }

    /** The same assignment with what it may also hold. */
    public static AssignmentIssued with(
            AssignmentIssued i, @Nullable LegTask task, @Nullable Whistle whistle, @Nullable RequestTerms terms) {
        return new AssignmentIssued(
                i.ticketId(),
                i.assignmentId(),
                i.ticketNo(),
                i.department(),
                i.role(),
                i.round(),
                i.type(),
                i.condition(),
                i.urgency(),
                i.text(),
                i.place(),
                i.position(),
                i.address(),
                i.assetId(),
                i.photos(),
                i.otherDepartments(),
                i.accept(),
                i.handle(),
                i.returnBy(),
                i.returnsLeft(),
                i.issuedAt(),
                task,
                whistle,
                terms);
    }

    /** One more limit: four hours from the dispatch instead of two. */
    public static AssignmentExtended extended(Story story, UUID requestId) {
        return new AssignmentExtended(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                requestId,
                "同意延期一次。",
                Clocks.running(story.dispatchedAt(), Duration.ofHours(4)),
                story.minute(60));
    }

    /** It rests until the thirtieth day. */
    public static AssignmentSuspended suspended(Story story, UUID requestId) {
        return new AssignmentSuspended(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                requestId,
                "同意挂账。",
                until(story),
                story.minute(60));
    }

    /** It goes on on the thirtieth day with the hour that was left. */
    public static AssignmentResumed resumed(Story story, UUID requestId) {
        Instant resumedAt = until(story);
        return new AssignmentResumed(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                requestId,
                Clocks.running(resumedAt, Duration.ofHours(1)),
                resumedAt);
    }

    /** The street does not grant it. */
    public static AssignmentRequestRefused refused(Story story, UUID requestId) {
        return new AssignmentRequestRefused(
                story.ticketId(), story.assignmentId(), story.department(), requestId, "物料已到，应按期完成。", story.minute(60));
    }

    /** The end of the suspension of {@link #suspended}. */
    public static Instant until(Story story) {
        return story.filedAt().plus(Duration.ofDays(30));
    }
}
