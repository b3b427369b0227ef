package org.whistle.testkit;

import org.whistle.contracts.Actor;
import org.whistle.contracts.feedback.AppealDecided;
import org.whistle.contracts.feedback.AppealFiled;
import org.whistle.contracts.feedback.BulletinIssued;
import org.whistle.contracts.feedback.CheckInMissed;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.feedback.OverallPassed;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.contracts.feedback.Stage;
import org.whistle.contracts.feedback.TicketChased;

/**
 * What supervision and the public say of a story's ticket: chasing, bulletins, missed limits, ratings, appeals.
 * Each message is complete and true to its contract; its times follow the story's.
 */
public record Oversight(Story story) {

    private static final Actor COMMUNITY = new Actor("community-1", null);
    private static final Actor SUPERVISOR = new Actor("supervisor-1", null);

    /** An overdue clock is chased (催办), by itself the working day after its breach or by a person at any time. */
    public TicketChased ticketChased() {
        return new TicketChased(
                story.ticketId(),
                Stage.HANDLE,
                1,
                story.assignmentId(),
                story.department(),
                story.minute(120),
                "请今天到场",
                Actor.SYSTEM,
                story.minute(200));
    }

    /** An overdue clock is made public in a written bulletin (通报), five working days after it was chased. Exactly once for each clock. */
    public BulletinIssued bulletinIssued() {
        return new BulletinIssued(
                story.ticketId(),
                Stage.HANDLE,
                1,
                story.assignmentId(),
                story.department(),
                story.minute(120),
                story.minute(120));
    }

    /** A body called by a whistle was not on site in time. Exactly once for each leg. */
    public CheckInMissed checkInMissed() {
        return new CheckInMissed(
                story.ticketId(), story.assignmentId(), story.department(), story.minute(120), story.minute(200));
    }

    /** The whole of a ticket used a share of the time it has. Exactly once for each threshold. */
    public OverallPassed overallPassed() {
        return new OverallPassed(
                story.ticketId(), OverallPassed.Passed.BREACH, 1, story.minute(1600), story.minute(1600));
    }

    /** The community where a ticket lies rates one body's completed part (社区评价部门). */
    public CommunityRated communityRated() {
        return new CommunityRated(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                "370102009001",
                Satisfaction.FAIR,
                "修好了，但来得晚",
                COMMUNITY,
                story.minute(40));
    }

    /** A department appeals (申诉) against counting a closed ticket as overdue. */
    public AppealFiled appealFiled() {
        return new AppealFiled(
                story.ticketId(),
                story.returnId(),
                story.assignmentId(),
                story.department(),
                1,
                "当日停水抢修",
                SUPERVISOR,
                story.minute(200));
    }

    /** An appeal was decided. The overdue fact stays; only the statistics are excused. */
    public AppealDecided appealDecided() {
        return new AppealDecided(
                story.ticketId(),
                story.returnId(),
                story.assignmentId(),
                story.department(),
                1,
                true,
                "情况属实",
                SUPERVISOR,
                story.minute(200));
    }
}
